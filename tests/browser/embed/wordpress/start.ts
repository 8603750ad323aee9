/** Debian's WordPress, in a temporary folder with its own database, on 127.0.0.1. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';

/** The Debian packages that it needs. */
export const PACKAGES = ['wordpress', 'php-cli', 'php-mysql', 'mariadb-server-core', 'mariadb-client-core'];

const INSTALLED = '/usr/share/wordpress';
const here = fileURLToPath(new URL('.', import.meta.url));
const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };

/** The versions of WordPress and the programs that it needs; null if one is not installed. */
export function installedVersion(): string | null {
	const first = (program: string, words: readonly string[]): string | null => {
		const { status, stdout } = spawnSync(program, words, { encoding: 'utf8', env });
		return status === 0 ? (/\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? null) : null;
	};
	if (!existsSync(join(INSTALLED, 'wp-includes/version.php'))) return null;
	const php = first('php', ['-r', 'if (extension_loaded("mysqli")) echo PHP_VERSION;']);
	const mariadb = first('mariadbd', ['--version']);
	const wordpress = php && first('php', ['-r', `include "${INSTALLED}/wp-includes/version.php"; echo $wp_version;`]);
	return wordpress && mariadb && `${wordpress}, PHP ${php}, MariaDB ${mariadb}`;
}

export type Role = 'administrator' | 'author';

export interface WordPress {
	/** Publishes posts as a user with that role; returns their URLs. */
	publish(posts: readonly { readonly role: Role; readonly content: string }[]): readonly string[];
	close(): Promise<void>;
}

async function ended(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	await gone;
}

/** Requests until there is an answer; throws the program's output if it ends or 20 s have passed. */
async function until(answers: () => boolean | Promise<boolean>, child: ChildProcess): Promise<void> {
	let output = '';
	child.stderr?.on('data', (text: Buffer) => (output += text.toString()));
	for (let tries = 0; tries < 200; tries += 1) {
		if (child.exitCode !== null) break;
		if (await answers()) return;
		await wait(100);
	}
	throw new Error(`${child.spawnfile} does not answer:\n${output.slice(-2000)}`);
}

const config = (socket: string): string => `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DISABLE_WP_CRON', true );
define( 'WP_DEFAULT_THEME', 'column' );
${[
	'AUTH_KEY',
	'SECURE_AUTH_KEY',
	'LOGGED_IN_KEY',
	'NONCE_KEY',
	'AUTH_SALT',
	'SECURE_AUTH_SALT',
	'LOGGED_IN_SALT',
	'NONCE_SALT',
]
	.map((name) => `define( '${name}', '${randomBytes(32).toString('hex')}' );`)
	.join('\n')}
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;

/** Installs WordPress and serves it. */
export async function startWordPress(): Promise<WordPress> {
	const folder = await mkdtemp(join(tmpdir(), 'wordpress-'));
	const [root, data, socket] = [join(folder, 'root'), join(folder, 'data'), join(folder, 'socket')];
	const children: ChildProcess[] = [];
	const close = async (): Promise<void> => {
		for (const child of children.reverse()) await ended(child);
		await rm(folder, { recursive: true, force: true });
	};
	const start = (program: string, words: readonly string[]): ChildProcess => {
		const child = spawn(program, words, { env, stdio: ['ignore', 'ignore', 'pipe'] });
		children.push(child);
		return child;
	};
	try {
		await cp(INSTALLED, root, {
			recursive: true,
			verbatimSymlinks: true,
			filter: (path) => !path.endsWith('/wp-config.php'),
		});
		await mkdir(join(root, 'wp-content/mu-plugins'), { recursive: true });
		await cp(join(here, 'mu-plugin.php'), join(root, 'wp-content/mu-plugins/here.php'));
		await cp(join(here, 'theme'), join(root, 'wp-content/themes/column'), { recursive: true });
		await writeFile(join(root, 'wp-config.php'), config(socket));
		await writeFile(join(folder, 'init.sql'), 'CREATE DATABASE wordpress;\n');

		const user = `--user=${userInfo().username}`;
		const made = spawnSync(
			'mariadb-install-db',
			['--no-defaults', '--auth-root-authentication-method=normal', '--skip-test-db', `--datadir=${data}`, user],
			{ env, encoding: 'utf8' },
		);
		if (made.status !== 0) throw new Error(`mariadb-install-db failed:\n${made.stdout}${made.stderr}`);
		const database = start('mariadbd', [
			...['--no-defaults', '--skip-networking', '--skip-log-bin', user, `--datadir=${data}`, `--socket=${socket}`],
			`--init-file=${join(folder, 'init.sql')}`,
		]);
		await until(() => existsSync(socket), database);

		const port = await getPort({ host: '127.0.0.1' });
		const address = `http://127.0.0.1:${String(port)}/`;
		const server = start('php', ['-S', `127.0.0.1:${String(port)}`, '-t', root]);
		await until(
			() =>
				fetch(`${address}readme.html`).then(
					({ ok }) => ok,
					() => false,
				),
			server,
		);
		const installed = await fetch(`${address}wp-admin/install.php?step=2`, {
			method: 'POST',
			body: new URLSearchParams({
				...{ weblog_title: 'Elsewhere', user_name: 'administrator', admin_email: 'editor@example.org' },
				...{
					admin_password: 'of this run alone',
					admin_password2: 'of this run alone',
					pw_weak: '1',
					blog_public: '0',
				},
			}),
		});
		const page = await installed.text();
		if (!installed.ok || !page.includes('wp-login.php')) throw new Error(`WordPress does not install:\n${page}`);
		return {
			publish(posts) {
				const { status, stdout, stderr } = spawnSync('php', [join(here, 'posts.php'), root], {
					input: JSON.stringify(posts),
					encoding: 'utf8',
				});
				if (status !== 0) throw new Error(`WordPress does not publish:\n${stdout}${stderr}`);
				return JSON.parse(stdout) as string[];
			},
			close,
		};
	} catch (problem) {
		await close();
		throw problem;
	}
}
