import { checkAll } from './checks/all.ts';
import { paper } from './checks/paper.ts';
import { firefox } from './support/firefox.ts';

// WebKit's driver cannot print.
checkAll('Firefox', firefox, paper);
