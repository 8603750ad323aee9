import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import type { Driver, Key, Settings } from './driver.ts';

/** The keys as WebDriver writes them. */
const CODES: Readonly<Record<Key, string>> = {
	ArrowRight: '\uE014',
	ArrowLeft: '\uE012',
	ArrowDown: '\uE015',
	ArrowUp: '\uE013',
	Home: '\uE011',
	End: '\uE010',
	Enter: '\uE007',
	Escape: '\uE00C',
	Tab: '\uE004',
};

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

interface Size {
	readonly width: number;
	readonly height: number;
}

/** Sends commands of the WebDriver protocol, and returns their values; rejects with the driver's error. */
const commands = (base: string) =>
	async function send(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
		const answer = await fetch(base + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
		const { value } = (await answer.json()) as { value: unknown };
		if (!answer.ok) throw new Error(`WebKit: ${method} ${path}: ${JSON.stringify(value)}`);
		return value;
	};

/** Starts WebKit's driver on a virtual screen; resolves once it answers. */
async function startDriver(port: number, home: string): Promise<ChildProcess> {
	const child = spawn('xvfb-run', ['-a', '-s', '-screen 0 1600x1200x24', 'WebKitWebDriver', `--port=${port}`], {
		stdio: 'ignore',
		// A group of its own, so that screen, driver and browser end together.
		detached: true,
		// Compositing without a graphics card sometimes ends the page's process.
		env: { ...process.env, XDG_CONFIG_HOME: home, WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
	});
	process.once('exit', () => {
		if (isRunning(child)) process.kill(-child.pid, 'SIGTERM');
	});
	for (let tries = 0; tries < 300; tries += 1) {
		if (child.exitCode !== null) throw new Error(`WebKitWebDriver ended at once, with ${child.exitCode}`);
		const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
		if (answer?.ok) return child;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('WebKitWebDriver does not answer');
}

const isRunning = (child: ChildProcess): child is ChildProcess & { readonly pid: number } =>
	child.pid !== undefined && child.exitCode === null && child.signalCode === null;

async function end(child: ChildProcess): Promise<void> {
	if (!isRunning(child)) return;
	const ended = once(child, 'exit');
	process.kill(-child.pid, 'SIGTERM');
	await ended;
}

/** WebKit in MiniBrowser, which gets a reader's preferences when it starts. */
export async function webkit(binary: string, { scripts = true, calm = false }: Settings): Promise<Driver> {
	const home = mkdtempSync(join(tmpdir(), 'webkit-'));
	mkdirSync(join(home, 'gtk-3.0'));
	writeFileSync(join(home, 'gtk-3.0/settings.ini'), `[Settings]\ngtk-enable-animations=${calm ? 0 : 1}\n`);
	const port = await getPort({ host: '127.0.0.1' });
	const child = await startDriver(port, home);
	const send = commands(`http://127.0.0.1:${port}`);
	const args = ['--automation', ...(scripts ? [] : ['--enable-javascript=false'])];
	const wanted = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args } } };
	const { sessionId } = (await send('POST', '/session', { capabilities: wanted })) as { sessionId: string };
	const at = `/session/${sessionId}`;

	const find = async (value: string) =>
		(await send('POST', `${at}/element`, { using: 'css selector', value })) as Record<string, string>;
	const inside = () =>
		send('POST', `${at}/execute/sync`, {
			script: 'return { width: innerWidth, height: innerHeight }',
			args: [],
		}) as Promise<Size>;
	const window = (width: number, height: number) =>
		send('POST', `${at}/window/rect`, { width, height }) as Promise<Size>;
	const size = async (width: number, height: number): Promise<void> => {
		const outer = await window(width, height);
		// The page follows the size of its window a little later.
		for (let tries = 0; tries < 50 && (await inside()).width !== outer.width; tries += 1);
		const { height: inner } = await inside();
		await window(width, height + outer.height - inner);
		for (let tries = 0; tries < 50 && (await inside()).height !== height; tries += 1);
	};
	await size(1280, 800);

	return {
		open: async (url) => {
			await send('POST', `${at}/url`, { url });
		},
		run: async <T, A>(body: (argument: A) => T, frame?: string, argument?: A) => {
			if (frame !== undefined) await send('POST', `${at}/frame`, { id: await find(frame) });
			const script = `return (${body.toString()})(arguments[0])`;
			const value = await send('POST', `${at}/execute/sync`, { script, args: [argument ?? null] });
			if (frame !== undefined) await send('POST', `${at}/frame`, { id: null });
			return value as T;
		},
		click: async (selector) => {
			const element = await find(selector);
			await send('POST', `${at}/execute/sync`, {
				script: `arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })`,
				args: [element],
			});
			const origin = { [ELEMENT]: element[ELEMENT] };
			const move = { type: 'pointerMove', duration: 0, origin, x: 0, y: 0 };
			const press = [
				{ type: 'pointerDown', button: 0 },
				{ type: 'pointerUp', button: 0 },
			];
			const mouse = { id: 'mouse', type: 'pointer', parameters: { pointerType: 'mouse' }, actions: [move, ...press] };
			await send('POST', `${at}/actions`, { actions: [mouse] });
		},
		key: async (key) => {
			const value = CODES[key];
			const actions = [
				{ type: 'keyDown', value },
				{ type: 'keyUp', value },
			];
			await send('POST', `${at}/actions`, { actions: [{ id: 'keys', type: 'key', actions }] });
		},
		size,
		screenshot: async () => Buffer.from((await send('GET', `${at}/screenshot`)) as string, 'base64'),
		close: async () => {
			await send('DELETE', at).catch(() => undefined);
			await end(child);
			rmSync(home, { recursive: true, force: true });
		},
	};
}
