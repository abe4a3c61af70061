import { checkAll } from './checks/all.ts';
import { webkit } from './support/webkit.ts';

checkAll('WebKit', webkit);
