<?php
/* Stores posts as their writers would: JSON in ([{"role", "content"}]), their addresses out. What a role may not write, WordPress takes out. */
require $argv[1] . '/wp-load.php';
$written = json_decode( stream_get_contents( STDIN ), true );
$addresses = array();
foreach ( $written as $post ) {
	$user = get_user_by( 'login', $post['role'] );
	if ( ! $user ) {
		$id = wp_insert_user( array( 'user_login' => $post['role'], 'user_pass' => wp_generate_password(), 'role' => $post['role'] ) );
		$user = get_user_by( 'id', $id );
	}
	wp_set_current_user( $user->ID );
	$id = wp_insert_post( wp_slash( array( 'post_title' => 'Elsewhere', 'post_content' => $post['content'], 'post_status' => 'publish' ) ), true );
	if ( is_wp_error( $id ) ) {
		fwrite( STDERR, $id->get_error_message() );
		exit( 1 );
	}
	$addresses[] = home_url( "/?p=$id" );
}
echo json_encode( $addresses );
