import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

/** A worker of Kit's listens until the build ends; its configuration lets it go. */
const worker = (config: string): string => `
	const { parentPort } = require('node:worker_threads');
	parentPort.on('message', async () => {
		(await import('tsx/esm/api')).register();
		const { default: configure } = await import(${JSON.stringify(config)});
		parentPort.postMessage(await configure({ command: 'build', mode: 'production' }));
	});`;

test('a worker that loads the configuration gets an empty one and ends with its work', async () => {
	const kit = new Worker(worker(pathToFileURL('vite.config.ts').href), { eval: true });
	kit.postMessage('work');
	const [config] = (await once(kit, 'message')) as [unknown];
	expect(config).toEqual({});
	expect(await once(kit, 'exit')).toEqual([0]);
}, 60_000);
