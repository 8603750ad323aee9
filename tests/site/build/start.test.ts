import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

/** Runs `npm run preview`; returns the URLs that it prints once it serves, and a function that ends it. */
async function preview(): Promise<{ addresses: string[]; end: (signal: NodeJS.Signals) => Promise<void> }> {
	const child = spawn('npm', ['run', 'preview'], { detached: true });
	const ended = once(child, 'exit');
	let output = '';
	for await (const words of child.stdout) {
		output += String(words);
		if (/http\S+\n/.test(output)) break;
	}
	const end = async (signal: NodeJS.Signals) => {
		child.kill(signal);
		await ended;
	};
	return { addresses: output.match(/http\S+/g) ?? [], end };
}

async function isServed(address: string): Promise<boolean> {
	return fetch(address).then(
		() => true,
		() => false,
	);
}

test(
	'prints one address, serves the site there, and leaves nothing behind when it is ended',
	{ timeout: 30_000 },
	async () => {
		const { addresses, end } = await preview();
		expect(addresses).toHaveLength(1);
		const [address = ''] = addresses;
		expect(await isServed(address)).toBe(true);
		await end('SIGTERM');
		await expect.poll(() => isServed(address), { timeout: 5000 }).toBe(false);
	},
);
