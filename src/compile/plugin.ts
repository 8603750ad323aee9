/** `virtual:story` for the pages: compiled when a build or the dev server first asks, and again on every change. */
import { join, sep } from 'node:path';
import type { ErrorPayload, Plugin, ViteDevServer } from 'vite';
import type { Diagnostic, Story } from '#lib/model/story.ts';
import { compile } from './compile.ts';
import { formatDiagnostic } from './diagnostic.ts';
import { readInput } from './read.ts';

const id = 'virtual:story';
const resolved = `\0${id}`;

/** An editor's single save causes several events; they are compiled once. */
const PAUSE_MS = 50;

/** The number of diagnostics in the overlay; `npm run seeds` prints all. */
const SHOWN = 30;

/**
 * Serves the compiled story to modules that run on the server. A build with any diagnostic fails with all of them.
 * @param dossier the folder that holds `seeds/` and `src/copy/`, from the root of the project
 */
export function compiledStory(dossier = '.'): Plugin {
	let root = '';
	let last: { story: Story | null; diagnostics: readonly Diagnostic[] } | null = null;
	const compiled = () => (last ??= compile(readInput(root)));
	const formatted = (diagnostics: readonly Diagnostic[]) => inWords(diagnostics, dossier);
	return {
		name: 'story:compiled',
		configResolved(config) {
			root = join(config.root, dossier);
		},
		resolveId(source) {
			return source === id ? resolved : null;
		},
		load(source, options) {
			if (source !== resolved) return null;
			if (options?.ssr !== true)
				throw new Error(`${id} is for the server only; hand its slices down from +page.server.ts`);
			const { story, diagnostics } = compiled();
			if (story === null) throw plainError(`the seeds or the copy contain errors\n${formatted(diagnostics)}`);
			// As a string: in an object literal a key "__proto__" would not be a key.
			return `export default JSON.parse(${JSON.stringify(JSON.stringify(story))});`;
		},
		configureServer(server) {
			watch(server, root, () => {
				const before = last?.story ?? null;
				const wasWrong = (last?.diagnostics.length ?? 0) > 0;
				const now = compile(readInput(root));
				// The page keeps the last valid story while the fault is being mended.
				last = { story: now.story ?? before, diagnostics: now.diagnostics };
				const { logger } = server.config;
				if (now.diagnostics.length > 0) {
					logger.error(formatted(now.diagnostics), { timestamp: true });
					server.ws.send(overlay(now.diagnostics, root));
				} else {
					if (wasWrong) logger.info('the seeds and the copy compile again', { timestamp: true });
					reload(server);
				}
			});
			server.ws.on('connection', () => {
				if (last && last.diagnostics.length > 0) server.ws.send(overlay(last.diagnostics, root));
			});
		},
	};
}

/** Without a stack: the fault is in the seeds. */
function plainError(message: string): Error {
	const error = new Error(message);
	error.stack = message;
	return error;
}

function inWords(diagnostics: readonly Diagnostic[], dossier: string): string {
	return diagnostics.map((one) => formatDiagnostic({ ...one, file: join(dossier, one.file) })).join('\n');
}

/** Calls `changed` after any file of seeds or copy is added, changed or removed. */
function watch(server: ViteDevServer, root: string, changed: () => void): void {
	const folders = [join(root, 'seeds'), join(root, 'src/copy')];
	let timer: NodeJS.Timeout | undefined;
	server.watcher.add(folders);
	server.watcher.on('all', (_, path) => {
		if (!folders.some((folder) => path.startsWith(folder + sep))) return;
		clearTimeout(timer);
		timer = setTimeout(changed, PAUSE_MS);
	});
}

/** All diagnostics for Vite's error overlay; it links to the first. */
function overlay(diagnostics: readonly Diagnostic[], root: string): ErrorPayload {
	const [first] = diagnostics;
	return {
		type: 'error',
		err: {
			plugin: 'story:compiled',
			message:
				inWords(diagnostics.slice(0, SHOWN), '.') +
				(diagnostics.length > SHOWN ? `\n… ${String(diagnostics.length)} in all` : ''),
			stack: '',
			...(first ? { loc: { file: join(root, first.file), line: first.line, column: first.column } } : {}),
		},
	};
}

function reload(server: ViteDevServer): void {
	const graph = server.environments.ssr.moduleGraph;
	const module = graph.getModuleById(resolved);
	if (module) graph.invalidateModule(module);
	server.ws.send({ type: 'full-reload' });
}
