/** The JSON Schemas that let an editor complete and check the seeds as one types; made from the schemas of the compiler. */
import { z } from 'zod';
import { files } from './schema.ts';

/** Name (`events`) to the text of `seeds/schema/<name>.json`. */
export function jsonSchemas(): Map<string, string> {
	return new Map(
		Object.entries(files).map(([file, shape]) => {
			const name = file === 'sources/*.yaml' ? 'source' : (file.split('/').pop() ?? file).replace('.yaml', '');
			const schema = z.toJSONSchema(shape, { io: 'input', target: 'draft-7' });
			return [name, `${JSON.stringify({ ...schema, title: `seeds/${file}` }, null, '\t')}\n`];
		}),
	);
}
