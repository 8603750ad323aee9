/** The summary that `npm run export` prints: files and sizes. */
import { brotlied, gzipped } from '#build/compressed.ts';
import type { Bundle, BundleFile } from './bundle.ts';

interface Row {
	readonly label: string;
	readonly files: number;
	/** Bytes on disk, and as a host sends them compressed. */
	readonly bytes: number;
	readonly gzip: number;
	readonly brotli: number;
}

/** Bytes that a host sends for a file: its compressed copy if there is one; pictures and fonts are compressed already. */
function sent({ path, bytes, role, mediaType }: BundleFile, ending: 'br' | 'gz', copies: ReadonlyMap<string, number>) {
	const copy = copies.get(`${path}.${ending}`);
	if (copy !== undefined || role === 'font' || mediaType === 'image/png') return copy ?? bytes.length;
	return (ending === 'br' ? brotlied(path, bytes) : gzipped(path, bytes)).length;
}

function rowOf(label: string, files: readonly BundleFile[], copies: ReadonlyMap<string, number>): Row {
	const total = (size: (file: BundleFile) => number) => files.reduce((sum, file) => sum + size(file), 0);
	return {
		...{ label, files: files.length, bytes: total(({ bytes }) => bytes.length) },
		gzip: total((file) => sent(file, 'gz', copies)),
		brotli: total((file) => sent(file, 'br', copies)),
	};
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const line = ([label = '', ...cells]: readonly string[]): string =>
	label.padEnd(26) + cells.map((cell) => cell.padStart(13)).join('');

const written = ({ label, files, bytes, gzip, brotli }: Row): string =>
	line([label, String(files), ...[bytes, gzip, brotli].map(kilobytes)]);

/** A table of a bundle: a row for each role of its files, then the total; compressed copies are counted separately. */
export function summary({ files }: Pick<Bundle, 'files'>): string {
	const packed = files.filter(({ role }) => role === 'compressed');
	const copies = new Map(packed.map(({ path, bytes }) => [path, bytes.length]));
	const plain = files.filter(({ role }) => role !== 'compressed');
	const roles = [...new Set(plain.map(({ role }) => role))].sort();
	const rows = roles.map((role) =>
		rowOf(
			role,
			plain.filter((file) => file.role === role),
			copies,
		),
	);
	const sum = (key: 'files' | 'bytes' | 'gzip' | 'brotli') => rows.reduce((total, row) => total + row[key], 0);
	const all = { label: 'all', files: sum('files'), bytes: sum('bytes'), gzip: sum('gzip'), brotli: sum('brotli') };
	const own = packed.reduce((total, { bytes }) => total + bytes.length, 0);
	return [
		line(['', 'files', 'bytes', 'gzip', 'brotli']),
		...[...rows, all].map(written),
		...(packed.length > 0 ? [line(['compressed copies', String(packed.length), kilobytes(own)])] : []),
	].join('\n');
}
