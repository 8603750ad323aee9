import { createHash } from 'node:crypto';
import { cards, share, still, stillFile, stillNames, type Still, type StillName } from '#lib/stills/stills.ts';
import { credited } from './credit.ts';
import { storyPage } from './story.ts';

/** A picture takes time to draw, and is asked for twice: for its address, and for the index of all. */
const drawn = new Map<string, Still>();

function once(name: string, draw: () => Still): Still {
	const made = drawn.get(name) ?? credited(draw());
	drawn.set(name, made);
	return made;
}

/** The picture of a chart at `/charts/<file>`. */
export const chartStill = (name: StillName): Still => once(stillFile(name), () => still(storyPage(), name));

/** The picture at `/charts/<file>`; null where there is none. */
export function stillAt(file: string): Still | null {
	const name = stillNames.find((each) => stillFile(each) === file);
	return name ? chartStill(name) : null;
}

/** The ids of all cards, the story's own first. */
export const cardIds = (): string[] => [...cards(storyPage()).keys()];

/** The picture at `/share/<id>.png`; null where there is none. */
export function cardAt(id: string): Still | null {
	const words = cards(storyPage()).get(id);
	return words ? once(`share/${id}`, () => share(storyPage(), words)) : null;
}

/** What an index says of a file. */
export const fileFacts = ({ type, bytes, width, height }: Still) => ({
	...{ type, width, height, bytes: bytes.length },
	sha256: createHash('sha256').update(bytes).digest('hex'),
});
