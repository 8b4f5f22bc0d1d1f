/** The analyzer reads for docs/widget.md only: it writes nothing about itself into package.json. */
export default { packagejson: false };
