import { checkAll } from './checks/all.ts';
import { firefox } from './support/firefox.ts';

checkAll('Firefox', firefox);
