/** The script of the gallery. Without it each chart is in its frame, and the snippets have a placeholder for the host. */
import { startCopying } from './copying.ts';
import { startEntry } from './entry.ts';

const page = document.querySelector<HTMLElement>('[data-gallery]');
if (page) {
	const { root = '', version = '', integrity = '' } = page.dataset;
	const site = new URL(root, document.baseURI).href;
	const place = { site, version: new URL(version, site).href, integrity };
	for (const host of document.querySelectorAll('[data-host]')) host.textContent = new URL(site).origin;
	for (const section of document.querySelectorAll<HTMLElement>('[data-entry]')) startEntry(section, place);
}
startCopying(document);
