<!doctype html>
<html <?php language_attributes(); ?>>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Elsewhere</title><?php wp_head(); ?></head>
<body><main style="max-width: 610px; margin: 0 auto"><?php while ( have_posts() ) { the_post(); the_content(); } ?></main><?php wp_footer(); ?></body>
</html>
