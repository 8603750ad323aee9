import { MEDIA_TYPES, UNNAMED_TYPE } from './media-types.ts';
import { ALWAYS, BY_PATH, COMPRESSED, fromRoot, NOT_SERVED, TRANSPORT, type PathHeader } from './rules.ts';

/** One header: what it is otherwise, then the rules from the last to the first, so that the first that matches stays. */
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

/** What Apache (2.4) is told in the site's own folder. `base` is the site's address on its host, a slash at both ends. */
export const apache = (
	base: string,
): string => `# Apache 2.4: lies in the site's folder, where "AllowOverride All" lets it speak.
# Modules: headers, mime, dir, rewrite.
# If the site lies elsewhere than at ${base}, change that address in this file.

Options -Indexes -MultiViews
DirectoryIndex index.html
ErrorDocument 404 ${base}404.html

${Object.entries(MEDIA_TYPES)
	.map(([ending, type]) => `AddType "${type}" .${ending}`)
	.join('\n')}
ForceType "${UNNAMED_TYPE}"
<FilesMatch "\\.(?:${Object.keys(MEDIA_TYPES).join('|')})(?:\\.(?:br|gz))?$">
	ForceType None
</FilesMatch>

${Object.entries(ALWAYS)
	.map(([name, value]) => `Header always set ${name} "${value}"`)
	.join('\n')}
Header always set ${TRANSPORT.name} "${TRANSPORT.value}" "expr=%{HTTPS} == 'on' || req_novary('X-Forwarded-Proto') == 'https'"
${BY_PATH.flatMap((header) => lines(header, base)).join('\n')}

RewriteEngine On
RewriteRule (?:^|/)\\.(?!well-known/) - [R=404,L]
RewriteRule ^(?:${NOT_SERVED.join('|')})(?:/|$) - [R=404,L]

# Each compressed file lies beside its plain one.
RemoveType .br .gz
RemoveLanguage .br
AddEncoding br .br
AddEncoding gzip .gz
<FilesMatch "\\.(?:${endings})(?:\\.(?:br|gz))?$">
	Header merge vary accept-encoding
</FilesMatch>
RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule \\.(?:${endings})$ %{REQUEST_URI}.br [L]
RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
RewriteCond %{REQUEST_FILENAME}.gz -f
RewriteRule \\.(?:${endings})$ %{REQUEST_URI}.gz [L]
`;
