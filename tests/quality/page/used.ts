/** What an element is drawn with (`<use>`), also by way of each other. */
export const usedBy = (element: Element): Element[] =>
	[...element.querySelectorAll('use')].flatMap((use) => {
		const used = document.querySelector(use.getAttribute('href') ?? '');
		return used ? [used, ...usedBy(used)] : [];
	});
