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

/** The lines of one header: its default, then the rules from last to first, so that the first that matches wins. */
const lines = ({ name, rules, otherwise }: PathHeader, base: string): string[] => [
	...(otherwise === '' ? [] : [`Header always set ${name} "${otherwise}"`]),
	...rules
		.map(({ on, value }) => {
			const pattern = fromRoot(on, base);
			return `Header always set ${name} "${value}" "expr=%{REQUEST_URI} =~ m#${pattern}#"`;
		})
		.reverse(),
];

const endings = COMPRESSED.join('|');
const COPIES = [
	['br', 'br'],
	['gzip', 'gz'],
] as const;

/** Whether the browser accepts an encoding: it names it without a weight of 0. */
const taken = (name: string): string =>
	`(?:^|,)\\s*${name}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[\\d.]+\\s*)?(?:,|$)`;

const headers = (base: string): string[] =>
	[
		...Object.entries(ALWAYS).map(([name, value]) => `Header always set ${name} "${value}"`),
		`Header always set ${TRANSPORT.name} "${TRANSPORT.value}" "expr=%{HTTPS} == 'on' || req_novary('X-Forwarded-Proto') == 'https'"`,
		...BY_PATH.flatMap((header) => lines(header, base)),
	].map((line) => `\t${line}`);

/**
 * The configuration of Apache (2.4) for the site's own folder. `base` is the site's path on its host, with slashes at
 * both ends.
 */
export const apache = (
	base: string,
): string => `# Apache 2.4: lies in the site's folder, where "AllowOverride All" lets it speak.
# Debian's default modules show the site; with headers and rewrite (a2enmod headers rewrite) all of this speaks.
# If the site lies elsewhere than at ${base}, change that address in this file.

Options -Indexes -MultiViews
DirectoryIndex index.html
ErrorDocument 404 ${base}404.html

<IfModule mod_mime.c>
${Object.entries(MEDIA_TYPES)
	.map(([ending, type]) => `	AddType "${type}" .${ending}`)
	.join('\n')}
	# Each compressed file lies beside its plain one.
	RemoveType .br .gz
	RemoveLanguage .br
	AddEncoding br .br
	AddEncoding gzip .gz
</IfModule>
ForceType "${UNNAMED_TYPE}"
<FilesMatch "\\.(?:${Object.keys(MEDIA_TYPES).join('|')})(?:\\.(?:br|gz))?$">
	ForceType None
</FilesMatch>

<IfModule mod_headers.c>
${headers(base).join('\n')}
	<FilesMatch "\\.(?:${endings})(?:\\.(?:br|gz))?$">
		Header merge vary accept-encoding
	</FilesMatch>
</IfModule>

<IfModule !mod_rewrite.c>
	RedirectMatch 404 "/\\.(?!well-known/)"
	RedirectMatch 404 "${fromRoot(HIDDEN, base)}"
</IfModule>

<IfModule mod_rewrite.c>
	RewriteEngine On
	RewriteRule (?:^|/)\\.(?!well-known/) - [R=404,L]
	RewriteRule ${HIDDEN} - [R=404,L]
${COPIES.map(
	([name, ending]) => `	RewriteCond %{HTTP:Accept-Encoding} "${taken(name)}"
	RewriteCond %{REQUEST_FILENAME}.${ending} -f
	RewriteRule \\.(?:${endings})$ %{REQUEST_URI}.${ending} [L]`,
).join('\n')}
</IfModule>
`;
