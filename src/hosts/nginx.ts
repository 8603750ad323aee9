import { MEDIA_TYPES, UNNAMED_TYPE, ALWAYS, BY_PATH, fromRoot, HIDDEN, TRANSPORT, type PathHeader } from './rules.ts';

const variable = (name: string): string => `$story_${name.replaceAll('-', '_')}`;

/** nginx takes the first pattern that matches, as the rules do. */
const map = ({ name, rules, otherwise }: PathHeader, base: string): string =>
	[
		`map $uri ${variable(name)} {`,
		`	default "${otherwise}";`,
		...rules.map(({ on, value }) => `	"~${fromRoot(on, base)}" "${value}";`),
		'}',
	].join('\n');

/**
 * An nginx server for a site at `base` (with slashes at both ends). Maps belong to the `http` level, so the whole file
 * goes into `conf.d/`. nginx does not send empty headers.
 */
export const nginx = (
	base: string,
): string => `# nginx: include this file at the level of "http", say as /etc/nginx/conf.d/story.conf.
# Change what is marked CHANGE, then: nginx -t && nginx -s reload

${BY_PATH.map((header) => map(header, base)).join('\n\n')}

map "$https $http_x_forwarded_proto" ${variable(TRANSPORT.name)} {
	default "";
	"~on|https" "${TRANSPORT.value}";
}

server {
	listen 80; # CHANGE: with a certificate "listen 443 ssl;" and its lines
	server_name example.org; # CHANGE
	root /srv/www; # CHANGE: the site's files lie in this folder${base === '/' ? '' : `, under ${base}`}

	# Each compressed file lies beside its plain one. Debian's nginx knows gzip alone; with the package
	# libnginx-mod-http-brotli-static take the mark away from the next line, and fewer bytes are sent.
	# brotli_static on;
	gzip_static on;
	gzip_vary on;

	absolute_redirect off;
	server_tokens off;
	index index.html;
	error_page 404 ${base}404.html;

	types {
${Object.entries(MEDIA_TYPES)
	.map(([ending, type]) => `		"${type}" ${ending};`)
	.join('\n')}
	}
	default_type "${UNNAMED_TYPE}";

${Object.entries(ALWAYS)
	.map(([name, value]) => `	add_header ${name} "${value}" always;`)
	.join('\n')}
	add_header ${TRANSPORT.name} ${variable(TRANSPORT.name)} always;
${BY_PATH.map(({ name }) => `	add_header ${name} ${variable(name)} always;`).join('\n')}

	location ~ "/\\.(?!well-known/)" {
		return 404;
	}
	location ~ "${fromRoot(HIDDEN, base)}" {
		return 404;
	}
}
`;
