import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { expect, test } from 'vitest';

import document from '../openapi.json?raw';
import committed from '../src/generated/api.ts?raw';

test('the committed types are the types of the committed OpenAPI document (else: npm run generate)', async () => {
  const types = await openapiTS(document, { rootTypes: true, rootTypesNoSchemaPrefix: true });

  expect(committed).toBe(COMMENT_HEADER + astToString(types));
});
