import type { Page } from 'playwright-core';

/** The state of an embed: the attributes of its figure, and the computed styles that depend on them. */
export const embedState = (page: Pick<Page, 'evaluate'>) =>
	page.evaluate(() => {
		const figure = document.querySelector<HTMLElement>('figure[data-chart]');
		const style = getComputedStyle(document.documentElement);
		const isVisible = (element: Element) => element.getClientRects().length > 0;
		return {
			step: figure?.dataset['step'],
			frame: figure?.dataset['frame'],
			focus: [...document.querySelectorAll('.drawing [data-focus]')].map((mark) => mark.getAttribute('data-id')),
			layers: [...document.querySelectorAll<HTMLElement>('[data-in-step]')]
				.filter(isVisible)
				.map((layer) => layer.dataset['inStep']),
			title: document.querySelector('.title')?.textContent,
			description: document.querySelector('[data-description]')?.textContent,
			story: document.querySelector('a[data-story]')?.getAttribute('href')?.split('#')[1],
			scheme: style.colorScheme,
			paper: style.backgroundColor,
			header: (document.querySelector('.how')?.getBoundingClientRect().height ?? 0) > 1,
		};
	});
