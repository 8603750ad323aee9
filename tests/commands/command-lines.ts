/**
 * Prints, as JSON, what command lines of ours print, and the status that they end with. `process.argv[2]` lists them, each a
 * file and its arguments. All run in this process, one after another, so that what several import is loaded once.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Ending {
	/** Null until it ends; what a command prints after that would not be printed. */
	status: unknown;
	stdout: string;
	stderr: string;
}

const lines = JSON.parse(process.argv[2] ?? '[]') as readonly (readonly [file: string, ...args: string[]])[];
const print = process.stdout.write.bind(process.stdout);
const endings: Ending[] = [];
for (const [index, [file, ...args]] of lines.entries()) {
	const ending: Ending = { status: null, stdout: '', stderr: '' };
	for (const stream of ['stdout', 'stderr'] as const) {
		process[stream].write = (text: unknown) => {
			if (ending.status === null) ending[stream] += String(text);
			return true;
		};
	}
	process.exit = (status) => {
		ending.status ??= status ?? 0;
		throw new Error('ended');
	};
	process.exitCode = 0;
	process.argv = [process.execPath, resolve(file), ...args];
	try {
		await import(`${pathToFileURL(file).href}?${String(index)}`);
	} catch (problem) {
		if (ending.status === null) Object.assign(ending, { status: 1, stderr: ending.stderr + String(problem) });
	}
	ending.status ??= process.exitCode;
	endings.push(ending);
}
process.exitCode = 0;
print(JSON.stringify(endings));
