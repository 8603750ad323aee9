/** The id of the gallery's preview of a chart for listeners; it is in the query of its frame's address. */
export const previewId = (chart: string): string => `preview-${chart}`;
