/** Drives any Chromium by its own protocol: Playwright supports none before 90. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

interface Message {
	readonly id?: number;
	readonly method?: string;
	readonly params?: Readonly<Record<string, unknown>>;
	readonly result?: unknown;
	readonly error?: { readonly message: string };
}

export interface Reader {
	/** The browser's version, `80.0.3987.0`. */
	readonly version: string;
	/** Goes to a page, and comes back once it has loaded. */
	open(address: string): Promise<void>;
	/** Runs a function in the page. It uses nothing from outside and only what that browser knows; what it gives is JSON. */
	run<T>(body: () => T): Promise<T>;
	run<T, A>(body: (argument: A) => T, argument: A): Promise<T>;
	size(width: number, height: number): Promise<void>;
	/** Presses and releases the left button of the mouse there, in CSS pixels of the window. */
	click(x: number, y: number): Promise<void>;
	/** The page as it is seen, a PNG. */
	screenshot(): Promise<Buffer>;
	/** Errors and warnings since the last call. */
	complaints(): string[];
	close(): Promise<void>;
}

/** The complaint about an event of a page; null if it is harmless. */
function complaint({ method, params }: Message): string | null {
	if (method === 'Runtime.exceptionThrown') {
		const { text, exception } = params?.['exceptionDetails'] as { text: string; exception?: { description?: string } };
		return `${text} ${exception?.description ?? ''}`;
	}
	if (method !== 'Log.entryAdded') return null;
	const { level, text } = params?.['entry'] as { level: string; text: string };
	return ['error', 'warning'].includes(level) ? `${level}: ${text}` : null;
}

/** Messages of the protocol over the pipe of a browser: JSON, each ended by a zero. */
function connect(to: Writable, from: Readable, hear: (message: Message) => void) {
	const waiting = new Map<number, (answer: Message) => void>();
	let last = 0;
	let rest = Buffer.alloc(0);
	from.on('data', (chunk: Buffer) => {
		rest = Buffer.concat([rest, chunk]);
		for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
			const message = JSON.parse(rest.subarray(0, end).toString()) as Message;
			rest = rest.subarray(end + 1);
			if (message.id === undefined) hear(message);
			else waiting.get(message.id)?.(message);
		}
	});
	return (method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> =>
		new Promise((resolve, reject) => {
			const id = (last += 1);
			waiting.set(id, ({ error, result }) => {
				waiting.delete(id);
				if (error) reject(new Error(`${method}: ${error.message}`));
				else resolve(result as Record<string, unknown>);
			});
			to.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
		});
}

/** Starts a Chromium with one page. */
export async function startReader(executable: string): Promise<Reader> {
	const profile = await mkdtemp(join(tmpdir(), 'reader-'));
	const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--hide-scrollbars'];
	const child = spawn(
		executable,
		[...options, '--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'],
		{
			stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
		},
	);
	const [, , , to, from] = child.stdio as unknown as [null, null, null, Writable, Readable];
	const ended = once(child, 'exit');
	const gone = ended.then(() => {
		throw new Error(`${executable} has ended`);
	});
	gone.catch(() => undefined);
	// A closed browser accepts no more messages.
	to.on('error', () => undefined);
	const complaints: string[] = [];
	let loaded: (() => void) | null = null;
	const speak = connect(to, from, (message) => {
		if (message.method === 'Page.loadEventFired') loaded?.();
		const wrong = complaint(message);
		if (wrong !== null) complaints.push(wrong);
	});
	const send: typeof speak = (...words) => Promise.race([speak(...words), gone]);
	const { product } = await send('Browser.getVersion');
	const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
	const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
	const ask = (method: string, params: object = {}) => send(method, params, String(sessionId));
	for (const domain of ['Page', 'Runtime', 'Log']) await ask(`${domain}.enable`);

	const run = async <T, A>(body: (argument: A) => T, argument?: A): Promise<T> => {
		const expression = `(${body.toString()})(${JSON.stringify(argument ?? null)})`;
		const { result, exceptionDetails } = (await ask('Runtime.evaluate', {
			...{ expression, returnByValue: true, awaitPromise: true },
		})) as { result: { value: T; description?: string }; exceptionDetails?: object };
		if (exceptionDetails) throw new Error(result.description);
		return result.value;
	};
	return {
		version: String(product).replace(/^.*\//, ''),
		run,
		open: async (address) => {
			// Going to the current URL would be a reload, which restores the place.
			for (const url of ['about:blank', address]) {
				const arrived = new Promise<void>((resolve) => (loaded = resolve));
				await ask('Page.navigate', { url });
				await Promise.race([arrived, gone]);
			}
		},
		size: async (width, height) => {
			await ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
		},
		click: async (x, y) => {
			const at = { x, y, button: 'left', clickCount: 1 };
			await ask('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
			await ask('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
		},
		screenshot: async () => Buffer.from(String((await ask('Page.captureScreenshot'))['data']), 'base64'),
		complaints: () => complaints.splice(0),
		close: async () => {
			// It ends its own processes; if killed, it would leave some that still write.
			await speak('Browser.close').catch(() => undefined);
			await ended;
			await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
		},
	};
}
