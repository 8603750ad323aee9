import { existsSync, readFileSync } from 'node:fs';
import type { QualityReport } from '#lib/model/quality.ts';

const FILE = 'node_modules/.cache/quality/report.json';

/** The report of `npm run quality`; null if it has not been run. */
export const qualityReport = (): QualityReport | null =>
	existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as QualityReport) : null;
