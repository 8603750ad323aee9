/** All words in an export, those in pictures, printed pages and archives among them. */
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { BundleInput } from './input.ts';
import { chunksOf } from '#bundles/formats/png.ts';
import { decoded, reasonOf } from '#bundles/bundle.ts';

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Chunks that our pictures have: none but `tEXt` holds words. */
const PICTURE_CHUNKS = new Set(['IHDR', 'IDAT', 'IEND', 'PLTE', 'sRGB', 'tEXt', 'tRNS']);

function inPng(path: string, bytes: Uint8Array): string {
	const chunks = chunksOf(bytes);
	if (!chunks) throw new Error(`${path}: is no whole PNG`);
	const strange = chunks.find(({ type }) => !PICTURE_CHUNKS.has(type));
	if (strange) throw new Error(`${path}: has a part ${strange.type}, which no picture of ours has`);
	return chunks
		.filter(({ type }) => type === 'tEXt')
		.map(({ content }) => latin(content).replace('\0', ' '))
		.join('\n');
}

/** What a PDF says of itself and on its pages: in UTF-16 or not, in hexadecimal or not, packed or not. */
function inPdf(bytes: Uint8Array): string {
	const whole = latin(bytes);
	const hex = [...whole.matchAll(/<([\da-f\s]{4,})>/gi)].map(([, digits = '']) =>
		latin(Buffer.from(digits.replace(/\s/g, ''), 'hex')),
	);
	const streams = [...whole.matchAll(/stream\r?\n(.*?)endstream/gs)].map(([, packed = '']) => {
		try {
			return latin(inflateSync(Buffer.from(packed, 'latin1')));
		} catch {
			return '';
		}
	});
	const plain = whole.replace(/stream\r?\n.*?endstream/gs, '');
	return [plain, ...hex, ...streams]
		.join('\n')
		.replaceAll('\0', '')
		.replace(/\\(?=[/():])/g, '');
}

/** What is no text, or is checked elsewhere: a copy is compared with its file, pages in an archive with the site beside it. */
const SILENT = /\.(?:woff2|br|gz)$/;

function wordsIn(path: string, bytes: Uint8Array): (readonly [path: string, text: string])[] {
	if (SILENT.test(path)) return [];
	if (path.endsWith('.png')) return [[path, inPng(path, bytes)]];
	if (path.endsWith('.pdf')) return [[path, inPdf(bytes)]];
	if (/\.(?:wacz|zip)$/.test(path))
		return Object.entries(unzipSync(bytes)).flatMap(([inner, content]) => wordsIn(`${path}/${inner}`, content));
	return [[path, decoded(bytes)]];
}

/** The words of each file, by its path; and what cannot be read, a sentence each. */
export function textsOf({ files }: Pick<BundleInput, 'files'>): {
	readonly texts: readonly (readonly [path: string, text: string])[];
	readonly unread: readonly string[];
} {
	const unread: string[] = [];
	const texts = [...files].flatMap(([path, bytes]) => {
		try {
			return wordsIn(path, bytes);
		} catch (problem) {
			const why = reasonOf(problem);
			unread.push(why.startsWith(`${path}: `) ? why : `${path}: cannot be read: ${why}`);
			return [];
		}
	});
	return { texts, unread };
}
