<?php
/**
 * Plugin Name: Kinonah
 * Description: Showtimes near the reader: [kinonah film="red-rocket" place="10967"]
 * Requires at least: 6.5
 */

const KINONAH_HOST = 'https://HOST';
const KINONAH_ATTRIBUTES = ['film', 'cinema', 'place', 'versions', 'understands', 'limit', 'lang', 'theme'];
const KINONAH_TEMPLATE = '<kinonah-showtimes%s style="display: block; min-height: 100vh"><a href="%s">%s</a></kinonah-showtimes>';

add_shortcode('kinonah', function ($asked) {
    $chosen = array_filter(shortcode_atts(array_fill_keys(KINONAH_ATTRIBUTES, ''), $asked, 'kinonah'));
    $attributes = '';
    foreach ($chosen as $name => $value) {
        $attributes .= sprintf(' %s="%s"', $name, esc_attr($value));
    }
    wp_enqueue_script_module('kinonah', KINONAH_HOST . '/widget.js', [], null);
    return sprintf(KINONAH_TEMPLATE, $attributes, esc_url(KINONAH_HOST), esc_html__('Showtimes near you', 'kinonah'));
});
