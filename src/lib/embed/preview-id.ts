/** By what the gallery's preview of a chart is known to listeners; it stands in the query of its frame's address. */
export const previewId = (chart: string): string => `preview-${chart}`;
