/** `npm run bench -- build`: time and memory of a build, cold and repeated. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printTable, type Row } from './table.ts';
import { checkoutOf, checkoutOfToday, type Checkout } from './checkout.ts';
import { measureUsage, type Usage } from './usage.ts';

/** Replaces text in a file of a checkout; throws if the text is not found. */
function change(folder: string, path: string, from: RegExp, to: string): void {
	const text = readFileSync(join(folder, path), 'utf8');
	const changed = text.replace(from, to);
	if (changed === text) throw new Error(`${path} has nothing like ${String(from)}`);
	writeFileSync(join(folder, path), changed);
}

const stages: readonly { readonly label: string; readonly before: (folder: string) => void }[] = [
	{ label: 'cold', before: () => undefined },
	{ label: 'again, without a change', before: () => undefined },
	{
		label: 'after one changed sentence',
		before: (folder) => {
			change(folder, 'src/copy/en.aml', /^how: .*$/m, '$& Look closely. {own}');
		},
	},
	{
		label: 'after one changed record',
		before: (folder) => {
			change(folder, 'seeds/events.yaml', /^ {2}title: ([A-Z][\w ]+)$/m, '  title: $1 anew');
		},
	},
];

async function stagesOf({ folder }: Checkout): Promise<Usage[]> {
	const found: Usage[] = [];
	for (const { before } of stages) {
		before(folder);
		const one = await measureUsage(folder, 'npm', ['run', 'build']);
		if (one.status !== 0) throw new Error(`the build in ${folder} fails: ${one.output}`);
		found.push(one);
	}
	return found;
}

export async function benchBuild(against: string | null): Promise<void> {
	const checkouts = [checkoutOfToday(), ...(against === null ? [] : [checkoutOf(against)])];
	try {
		const found: Usage[][] = [];
		for (const checkout of checkouts) found.push(await stagesOf(checkout));
		const rows = stages.flatMap(({ label }, index): Row[] => {
			const [ours, theirs] = found.map((each) => each[index]);
			return [
				{ label: `${label}, s of the processor`, digits: 1, ours: ours?.seconds ?? null, theirs: theirs?.seconds },
				{ label: `${label}, peak MB`, digits: 0, ours: ours?.peak ?? null, theirs: theirs?.peak },
			];
		});
		printTable('a build', rows, against);
	} finally {
		for (const checkout of checkouts) checkout.remove();
	}
}
