/** Real web servers, each with the configuration that we hand out, on a port of this machine and without its services. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import getPort from 'get-port';

/** A replaced text has to be there: a configuration whose marked lines are renamed is no longer the one we describe. */
function replaced(text: string, changes: readonly (readonly [string, string])[]): string {
	return changes.reduce((now, [from, to]) => {
		if (!now.includes(from)) throw new Error(`The configuration does not say ${JSON.stringify(from)}`);
		return now.replaceAll(from, to);
	}, text);
}

export interface Place {
	/** What the server takes for its root. */
	readonly root: string;
	/** The site's own folder in it. */
	readonly site: string;
	/** For whatever the server writes. */
	readonly scratch: string;
}

export interface Server {
	readonly name: string;
	readonly installed: boolean;
	/** The package of Debian that it comes in. */
	readonly package: string;
	/** Whether it hands out `.br`. */
	readonly brotli: boolean;
	/** Command line that stays in the foreground, following the comments in our file. */
	command(place: Place, port: number): readonly string[];
}

const installed = (program: string): boolean =>
	['/usr/sbin', '/usr/bin', '/usr/local/bin', '/usr/local/sbin'].some((folder) => existsSync(join(folder, program)));

const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

function nginxCommand({ root, site, scratch }: Place, port: number, brotli: boolean): readonly string[] {
	const ours = replaced(readFileSync(join(site, 'hosting/nginx.conf'), 'utf8'), [
		['listen 80;', `listen 127.0.0.1:${String(port)};`],
		['root /srv/www;', `root ${root};`],
		...(brotli ? [['# brotli_static on;', 'brotli_static on;'] as const] : []),
	]);
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
		(name) => `	${name}_temp_path ${join(scratch, name)};`,
	);
	const outer = [
		...(brotli ? [`load_module ${BROTLI};`] : []),
		`pid ${join(scratch, 'pid')};`,
		...(process.getuid?.() === 0 ? ['user root;'] : []),
		'daemon off;\nworker_processes 1;\nerror_log stderr error;\nevents {}',
		`http {\n	access_log off;\n${temporary.join('\n')}\n${ours}}\n`,
	];
	writeFileSync(join(scratch, 'nginx.conf'), outer.join('\n'));
	return ['nginx', '-e', 'stderr', '-p', scratch, '-c', join(scratch, 'nginx.conf')];
}

const DEBIAN_MODULES = [
	...['access_compat', 'alias', 'auth_basic', 'authn_core', 'authn_file', 'authz_core', 'authz_host', 'authz_user'],
	...['autoindex', 'deflate', 'dir', 'env', 'filter', 'mime', 'mpm_event', 'negotiation', 'reqtimeout', 'setenvif'],
	'status',
];
function apacheCommand({ root, scratch }: Place, port: number, modules: readonly string[]): readonly string[] {
	const lines = [
		...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
		`Listen 127.0.0.1:${String(port)}\nServerName 127.0.0.1\nPidFile ${join(scratch, 'pid')}`,
		`DefaultRuntimeDir ${scratch}\nMutex file:${scratch}\nErrorLog ${join(scratch, 'error.log')}\nLogLevel error`,
		`TypesConfig /dev/null\nDocumentRoot ${root}`,
		`<Directory ${root}>\n	AllowOverride All\n	Require all granted\n</Directory>\n`,
	];
	writeFileSync(join(scratch, 'apache.conf'), lines.join('\n'));
	return ['apache2', '-D', 'FOREGROUND', '-f', join(scratch, 'apache.conf')];
}

const MODULES = ['authz_core', 'dir', 'headers', 'mime', 'mpm_event', 'rewrite', 'setenvif'];

export const servers: readonly Server[] = [
	{
		name: 'nginx',
		installed: installed('nginx'),
		package: 'nginx-light',
		brotli: false,
		command: (place, port) => nginxCommand(place, port, false),
	},
	{
		name: 'nginx with brotli',
		installed: installed('nginx') && existsSync(BROTLI),
		package: 'libnginx-mod-http-brotli-static',
		brotli: true,
		command: (place, port) => nginxCommand(place, port, true),
	},
	{
		name: 'Caddy',
		installed: installed('caddy'),
		package: 'caddy',
		brotli: true,
		command({ root, site, scratch }, port) {
			const ours = replaced(readFileSync(join(site, 'hosting/Caddyfile'), 'utf8'), [
				['example.org {', `http://127.0.0.1:${String(port)} {`],
				['root * /srv/www', `root * ${root}`],
			]);
			writeFileSync(join(scratch, 'Caddyfile'), `{\n	admin off\n	auto_https off\n}\n${ours}`);
			return ['caddy', 'run', '--config', join(scratch, 'Caddyfile'), '--adapter', 'caddyfile'];
		},
	},
	{
		name: 'Apache',
		installed: installed('apache2'),
		package: 'apache2-bin',
		brotli: true,
		command: (place, port) => apacheCommand(place, port, MODULES),
	},
];

/** Apache with the modules that Debian switches on when it is installed: neither `headers` nor `rewrite`. */
export const bareApache: Server = {
	name: 'Apache with Debian’s default modules',
	installed: installed('apache2'),
	package: 'apache2',
	brotli: false,
	command: (place, port) => apacheCommand(place, port, DEBIAN_MODULES),
};

/** A server that answers. `origin` has no slash at its end. */
export interface Running {
	readonly origin: string;
	end(): Promise<void>;
}

async function ended(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	await gone;
}

/** Starts a server and waits until it answers; throws its output if it does not. */
export async function started(server: Server, place: Place): Promise<Running> {
	mkdirSync(place.scratch, { recursive: true });
	const port = await getPort({ host: '127.0.0.1' });
	const [program = '', ...words] = server.command(place, port);
	const child = spawn(program, words, {
		env: {
			...process.env,
			PATH: `${process.env['PATH'] ?? ''}:/usr/sbin`,
			XDG_CONFIG_HOME: place.scratch,
			XDG_DATA_HOME: place.scratch,
		},
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let output = '';
	child.stderr.on('data', (text: Buffer) => (output += text.toString()));
	const origin = `http://127.0.0.1:${String(port)}`;
	for (let tries = 0; child.exitCode === null && tries < 200; tries += 1) {
		const answers = await fetch(origin, { method: 'HEAD' }).then(
			() => true,
			() => false,
		);
		if (answers) return { origin, end: () => ended(child) };
		await wait(50);
	}
	await ended(child);
	throw new Error(`${server.name} did not start:\n${output}`);
}

export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: Buffer;
}

/** Sends the request unchanged: fetch would normalise the path, add encodings and follow redirects. */
export const requestRaw = (
	origin: string,
	path: string,
	headers: Readonly<Record<string, string>> = {},
	method = 'GET',
): Promise<Answer> =>
	new Promise((resolve, reject) => {
		const { hostname, port } = new URL(origin);
		const sent = request({ hostname, port, path, headers, method, agent: false }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () => {
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
			});
		});
		sent.on('error', reject).end();
	});
