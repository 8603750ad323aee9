import { qualityReport } from '#lib/server/quality.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ report: qualityReport() });
