<?php
/* WordPress asks no site on its own machine: here it may. It asks itself whether addresses can be rewritten: the server answers one at a time. */
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter( 'http_allowed_safe_ports', fn( $ports ) => array_merge( $ports, range( 1024, 65535 ) ) );
add_filter( 'pre_http_request', fn( $answer, $args, $url ) => str_starts_with( $url, site_url() ) ? new WP_Error( 'busy' ) : $answer, 10, 3 );
