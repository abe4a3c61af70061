/** A step's picture from the root of the site, without the ending; those of views and events are in their pieces. */
export const stepPicture = (stepId: string): string => `pictures/steps/${stepId}`;
