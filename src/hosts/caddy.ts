import {
	MEDIA_TYPES,
	UNNAMED_TYPE,
	ALWAYS,
	BY_PATH,
	COMPRESSED,
	fromRoot,
	HIDDEN,
	TRANSPORT,
	type PathHeader,
} from './rules.ts';

const quoted = (value: string): string => `"${value.replaceAll('"', '\\"')}"`;

/** The lines of one header: its default, then the rules from last to first, so that the first that matches wins. */
function lines({ name, rules, otherwise }: PathHeader, base: string): string[] {
	const matcher = (at: number): string => `@${name}-${String(at)}`;
	return [
		...(otherwise === '' ? [] : [`header ${name} ${quoted(otherwise)}`]),
		...rules
			.map(({ on, value }, at) => [
				`${matcher(at)} path_regexp ${quoted(fromRoot(on, base))}`,
				`header ${matcher(at)} ${name} ${quoted(value)}`,
			])
			.reverse()
			.flat(),
	];
}

/** Types by ending. Caddy keeps a type that is set, and would otherwise use those of its machine. */
const types = (): string[] =>
	Object.entries(MEDIA_TYPES).flatMap(([ending, type]) => [
		`@type-${ending} path *.${ending}`,
		`header @type-${ending} content-type ${quoted(type)}`,
	]);

const indented = (depth: number, all: readonly string[]): string =>
	all.map((line) => '\t'.repeat(depth) + line).join('\n');

/** The configuration of a site in Caddy (2.6 or newer) at `base` (with slashes at both ends). */
export const caddy = (base: string): string => `# Caddy: this file as it is, or its block in your Caddyfile.
# Change what is marked CHANGE, then: caddy validate && caddy reload

(always) {
	header {
		-server
${indented(
	2,
	Object.entries(ALWAYS).map(([name, value]) => `${name} ${quoted(value)}`),
)}
	}
	@secure expression \`{http.request.scheme} == "https" || {http.request.header.x-forwarded-proto} == "https"\`
	header @secure ${TRANSPORT.name} ${quoted(TRANSPORT.value)}
}

# CHANGE: the name of your host; Caddy fetches a certificate for it
example.org {
	# CHANGE: the site's files lie in this folder${base === '/' ? '' : `, under ${base}`}
	root * /srv/www

	# One after the other: a later line overrules an earlier one.
	route {
		@hidden {
			path_regexp "/\\."
			not path_regexp "/\\.well-known/[^./]+\\.[^./]+$"
		}
		error @hidden 404
		@unserved path_regexp "${fromRoot(HIDDEN, base)}"
		error @unserved 404

		import always
${indented(
	2,
	BY_PATH.flatMap((header) => lines(header, base)),
)}
		header content-type "${UNNAMED_TYPE}"
		@pages path */
		header @pages content-type "${MEDIA_TYPES['html'] ?? ''}"
${indented(2, types())}
		@compressed path */ ${COMPRESSED.map((ending) => `*.${ending}`).join(' ')}
		header @compressed {
			vary accept-encoding
			defer
		}

		# Caddy's own redirect forgets what follows the question mark, and follows "//name" to another host.
		@folder {
			not path */
			file {
				try_files {path}/
			}
		}
		@asked expression \`{query} != ""\`
		handle @folder {
			redir @asked {file_match.relative}?{query} 308
			redir {file_match.relative} 308
		}

		file_server {
			precompressed br gzip
			disable_canonical_uris
		}
	}

	handle_errors {
		rewrite * ${base}404.html
		import always
		header {
			cache-control no-cache
			content-type "${MEDIA_TYPES['html'] ?? ''}"
			content-security-policy "frame-ancestors 'self'"
		}
		file_server
	}
}
`;
