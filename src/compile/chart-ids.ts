import type { ChartId } from '#lib/model/copy.ts';

/** The charts, in the order of the story. */
export const chartIds: readonly ChartId[] = ['relations', 'ties', 'contacts', 'accounts'];
