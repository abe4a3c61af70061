import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { layoutPicture } from '#stage/timeline/layout.ts';
import { timelineList } from '#stage/timeline/list-data.ts';
import GatheredList from '#stage/timeline/GatheredList.svelte';
import MarkButtons from '#stage/timeline/MarkButtons.svelte';
import { eventsAt } from '#stage/timeline/names.ts';
import TimelineList from '#stage/timeline/TimelineList.svelte';
import TimelineView from '#stage/timeline/TimelineView.svelte';
import StaticTimeline from '#stage/timeline/StaticTimeline.svelte';
import { timelineData } from '#stage/timeline/timeline-data.ts';
import { DAY_MS } from '#model/dates.ts';
import { busy, deadline, event, scene, threads } from './timeline-fixture.ts';

const events = [
  event('first-load', '2014-01-07', { title: 'First load leaves', rank: 1 }),
  event('attack', '2013-08-21T02:30+03:00', { title: 'Sarin attack', thread: 'attack', rank: 1 }),
  event('plan', '2014-04-10~', { title: 'About then' }),
  event('pause', '2014-03-20/2014-04-04', { title: 'The pause' }),
  deadline('due', '2013-12-31', 'no'),
];
const data = timelineData({ threads, events });
const view = (at: string, more: { label?: string; width?: number } = {}) =>
  render(TimelineView, { props: { data, scene: scene(at, '2013-08-01', '2014-06-30'), ...more } }).body;
/** The opening tag of a mark. */
const mark = (body: string, id: string): string =>
  new RegExp(`<g[^>]*data-event="${id}"[^>]*>`).exec(body)?.[0] ?? '';

describe('the timeline on the server', () => {
  it('draws every mark once, in the lane of its thread', () => {
    const body = view('2014-01-31');
    for (const { id } of events) expect(body.split(`data-event="${id}"`)).toHaveLength(2);
    const lane = body.slice(body.indexOf('data-thread="attack"'), body.indexOf('data-thread="diplomacy"'));
    expect(lane).toContain('data-event="attack"');
    expect(lane).not.toContain('data-event="first-load"');
  });

  it('tells what is still to come from what was', () => {
    expect(mark(view('2014-01-06'), 'first-load')).toContain('future');
    expect(mark(view('2014-01-07'), 'first-load')).not.toContain('future');
  });

  it('shows in shape that a deadline was missed, once it was', () => {
    expect(mark(view('2013-12-31'), 'due')).toContain('open');
    expect(mark(view('2014-01-01'), 'due')).toContain('missed');
  });

  it('marks days that are not exactly known', () => {
    expect(mark(view('2014-06-01'), 'plan')).toContain('about');
    for (const id of ['first-load', 'pause']) expect(mark(view('2014-06-01'), id)).not.toContain('about');
  });

  it('is an image with a name, or hidden from those who cannot see it', () => {
    expect(view('2014-01-31', { label: 'Timeline, August to June' })).toMatch(
      /<svg[^>]* role="img"[^>]* aria-label="Timeline, August to June"/,
    );
    expect(view('2014-01-31')).toMatch(/<svg[^>]* aria-hidden="true"/);
  });

  it('names its lanes where there is room', () => {
    expect(view('2014-01-31', { width: 960 })).toContain('>Geneva talks</text>');
    expect(view('2014-01-31', { width: 390 })).not.toContain('>Geneva talks</text>');
  });

  it('in a still has no cursor and nothing yet to come', () => {
    const span: [number, number] = [Date.UTC(2013, 7, 1), Date.UTC(2014, 6, 1)];
    const { body } = render(StaticTimeline, { props: { data, span, label: 'All of it' } });
    expect(body).not.toMatch(/class="(now|chip)/);
    expect(body).not.toContain('future');
    expect(mark(body, 'due')).toContain('missed');
  });
});

describe('the marks as buttons', () => {
  const nothing = (): void => undefined;
  const { span } = scene('2014-01-31', '2013-08-01', '2014-06-30');
  const buttons = (timeline: typeof data, on: string, width = 960) => {
    const picture = layoutPicture(timeline, span, [], { width, height: 210 });
    const { body } = render(MarkButtons, {
      props: {
        data: timeline,
        picture,
        moment: Date.parse(on) / DAY_MS,
        onfocus: nothing,
        onpress: nothing,
      },
    });
    const list = [...body.matchAll(/<button[^>]* aria-label="([^"]+)"[^>]* data-event="([^"]+)"/g)];
    return { picture, body, names: list.map(([, name, id]) => [id, name] as const) };
  };

  it('are one for each mark drawn, in order of time, each with its name, date and lane', () => {
    const { body, names, picture } = buttons(data, '2013-12-31');
    expect(names).toEqual([
      ['attack', 'Sarin attack, 21 August 2013, Attack'],
      ['due', 'due, 31 December 2013, Removal, due'],
      ['first-load', 'First load leaves, 7 January 2014, Removal'],
      ['pause', 'The pause, 20 March – 4 April 2014, Removal'],
      ['plan', 'About then, about 10 April 2014, Removal'],
    ]);
    expect(names).toHaveLength(picture.marks.length);
    expect(body).toMatch(/<nav[^>]* aria-label="Timeline: marks in view"/);
  });

  it('say what is known of a deadline by the date, and nothing sooner', () => {
    const due = (on: string): string => buttons(data, on).names.find(([id]) => id === 'due')?.[1] ?? '';
    expect(due('2013-12-31')).toMatch(/, due$/);
    expect(due('2014-01-01')).toMatch(/, missed$/);
  });

  it('count and name what they gather', () => {
    const { names, picture } = buttons(busy(160), '2014-01-31', 390);
    const host = picture.marks.find(({ gathered }) => gathered.length > 1);
    const name = names.find(([id]) => id === host?.mark.id)?.[1] ?? '';
    expect(name).toMatch(new RegExp(`^${(host?.gathered.length ?? 0) + 1} events: `));
    const titles = busy(160).marks.filter(({ id }) => host?.gathered.includes(id));
    for (const { title } of titles) expect(name).toContain(title);
    expect(names).toHaveLength(picture.marks.length);
  });

  it('are one tab stop', () => {
    const { body } = buttons(busy(80), '2014-01-31');
    expect(body.match(/tabindex="0"/g)).toHaveLength(1);
  });

  it('stand nowhere in the prerendered page', () => {
    expect(view('2014-01-31')).not.toMatch(/<(button|nav)/);
  });

  it('that gather open a list in which each event has its own button', () => {
    const { marks } = layoutPicture(busy(160), span, [], { width: 390, height: 210 });
    const host = marks.find(({ gathered }) => gathered.length > 1) as (typeof marks)[0];
    const { body } = render(GatheredList, {
      props: {
        events: eventsAt(host, busy(160), true),
        anchor: undefined as unknown as HTMLElement,
        onchoose: nothing,
        onclose: nothing,
      },
    });
    const ids = [...body.matchAll(/<button[^>]*data-event="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.sort()).toEqual([host.mark.id, ...host.gathered].sort());
  });
});

describe('the list behind the timeline', () => {
  const { body } = render(TimelineList, {
    props: { marks: timelineList({ events }), href: (id: string) => `#${id}`, sentences: true },
  });

  it('has every mark in order of its date, linked where the host says', () => {
    const ids = [...body.matchAll(/<li id="event-([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['attack', 'due', 'first-load', 'pause', 'plan']);
    expect(body).toMatch(/<nav[^>]* aria-label="Timeline"/);
    expect(body).toContain('<a href="#first-load">First load leaves</a>');
    expect(body).toContain('<p>first-load happens.</p>');
  });

  it('says dates in words, and to machines in a form that <time> allows', () => {
    const times = [...body.matchAll(/<time datetime="([^"]+)">([^<]+)</g)].map(([, ...both]) => both);
    expect(times).toContainEqual(['2013-08-21', '21 Aug 2013']);
    expect(times).toContainEqual(['2014-04-10', 'about 10 Apr 2014']);
    expect(times).toContainEqual(['2014-03-20', '20 Mar – 4 Apr 2014']);
  });
});
