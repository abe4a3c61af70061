/** The failed tests of a runner's JSON report, a line each: which, and what it said first. */
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** The failed tests of a report of Vitest's. */
export const failedInVitest = ({ testResults }) =>
  testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const tests = assertionResults.filter(({ status }) => status === 'failed');
    if (tests.length === 0 && message) return [`${file}: ${gist(message)}`];
    return tests.map(({ fullName, failureMessages }) => `${file} › ${fullName}: ${gist(failureMessages[0])}`);
  });

/** The failed tests of a report of Playwright's. */
export const failedInPlaywright = ({ suites, errors }) => [
  ...errors.map(({ message }) => gist(message)),
  ...suites.flatMap((suite) => ofSuite(suite, [])),
];

function ofSuite({ title, specs = [], suites = [] }, above) {
  const path = [...above, title];
  return [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ title: name, tests }) => {
        const error = tests.flatMap(({ results }) => results).find((result) => result.error)?.error;
        return `${[...path, name].join(' › ')}: ${gist(error?.message)}`;
      }),
    ...suites.flatMap((suite) => ofSuite(suite, path)),
  ];
}

/** The first lines of an error’s text, without the colours of a terminal. */
function gist(text = '') {
  return stripVTControlCharacters(text).split('\n').filter(Boolean).slice(0, 4).join(' | ');
}
