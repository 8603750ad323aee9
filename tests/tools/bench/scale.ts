/** `npm run bench -- scale`: how the cost of compiling and building grows with the number of sources. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readInput } from '#compile/read.ts';
import { dossier, SOURCES } from '#tests/scale/dossier.ts';
import { printTable, type Row } from './table.ts';
import { checkoutOf, checkoutOfToday, type Checkout } from './checkout.ts';
import { measureUsage, type Usage } from './usage.ts';

const COMPILED = [5, 20, 100, 200];
const BUILT = [5, 20];

/** How long each may take, in minutes. */
const LIMIT = 10;

/** Replaces the dossier of a checkout with one of so many sources, made from its records. */
function grow(folder: string, original: ReturnType<typeof readInput>, sources: number): void {
	rmSync(join(folder, 'seeds/originals'), { recursive: true, force: true });
	for (const { file, text } of dossier(original, sources / SOURCES)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
}

const whole = (one: Usage): Usage | null => (one.status === 0 ? one : null);

/** The cost of each size; null if it fails. */
interface Scale {
	readonly compiled: readonly (Usage | null)[];
	/** `page`: bytes of the story's HTML. */
	readonly built: readonly { readonly build: Usage | null; readonly page: number | null }[];
}

async function measured({ folder }: Checkout): Promise<Scale> {
	const original = readInput(folder);
	const compiled: (Usage | null)[] = [];
	const built: { readonly build: Usage | null; readonly page: number | null }[] = [];
	for (const sources of COMPILED) {
		grow(folder, original, sources);
		compiled.push(
			whole(
				await measureUsage(
					folder,
					process.execPath,
					['--import', 'tsx', resolve(folder, 'src/commands/seeds.ts')],
					LIMIT * 60_000,
				),
			),
		);
		if (!BUILT.includes(sources)) continue;
		rmSync(join(folder, 'node_modules/.cache'), { recursive: true, force: true });
		const build = whole(await measureUsage(folder, 'npm', ['run', 'build'], LIMIT * 60_000));
		built.push({ build, page: build && readFileSync(join(folder, 'build/index.html')).length });
	}
	return { compiled, built };
}

/** How much faster than the number of sources something grows: 1 for as fast, 2 for its square. */
function exponent(few: number | null | undefined, many: number | null | undefined, times: number): number | null {
	return few && many ? Math.log(many / few) / Math.log(times) : null;
}

export async function benchScale(against: string | null): Promise<void> {
	const checkouts = [checkoutOfToday(), ...(against === null ? [] : [checkoutOf(against)])];
	try {
		const found: Scale[] = [];
		for (const checkout of checkouts) found.push(await measured(checkout));
		const [ours, theirs] = found;
		if (!ours) return;
		const row = (label: string, digits: number, of: (one: Scale) => number | null | undefined): Row => ({
			...{ label, digits, ours: of(ours) ?? null },
			theirs: theirs && (of(theirs) ?? null),
		});
		printTable(
			'any number of sources',
			[
				...COMPILED.flatMap((sources, index) => [
					row(`compile ${String(sources)}, s of the processor`, 2, ({ compiled }) => compiled[index]?.seconds),
					row(`compile ${String(sources)}, peak MB`, 0, ({ compiled }) => compiled[index]?.peak),
				]),
				row('exponent, 20 to 200', 2, ({ compiled }) => exponent(compiled[1]?.seconds, compiled[3]?.seconds, 10)),
				...BUILT.flatMap((sources, index) => [
					row(`build ${String(sources)}, s of the processor`, 1, ({ built }) => built[index]?.build?.seconds),
					row(`build ${String(sources)}, peak MB`, 0, ({ built }) => built[index]?.build?.peak),
					row(`story ${String(sources)}, bytes of HTML`, 0, ({ built }) => built[index]?.page),
				]),
			],
			against,
		);
		console.log(`– fails, or takes more than ${String(LIMIT)} minutes`);
	} finally {
		for (const checkout of checkouts) checkout.remove();
	}
}
