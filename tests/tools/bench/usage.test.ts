import { expect, test } from 'vitest';
import { measureUsage } from './usage.ts';

test('a program’s use of resources is reported, and one that does not end is stopped', async () => {
	const work = "const until = Date.now() + 300; while (Date.now() < until); console.log('done')";
	const whole = await measureUsage('.', process.execPath, ['-e', work], 60_000);
	expect(whole).toMatchObject({ status: 0, output: 'done\n' });
	expect(whole.seconds).toBeGreaterThan(0.1);
	expect(whole.peak).toBeGreaterThan(10);
	const endless = await measureUsage('.', process.execPath, ['-e', 'for (;;);'], 500);
	expect(endless).toMatchObject({ status: null, seconds: 0 });
});
