/** What the tests use of selenium-webdriver, which brings no types. */
declare module 'selenium-webdriver' {
  export interface WebElement {
    readonly selenium: true;
  }

  export interface Actions {
    keyDown(key: string): Actions;
    keyUp(key: string): Actions;
    move(to: { x: number; y: number; duration?: number }): Actions;
    press(): Actions;
    release(): Actions;
    scroll(x: number, y: number, right: number, down: number): Actions;
    perform(): Promise<void>;
  }

  interface Rect {
    x: number;
    y: number;
    width: number;
    height: number;
  }

  export interface WebDriver {
    get(url: string): Promise<void>;
    navigate(): { back(): Promise<void>; forward(): Promise<void>; refresh(): Promise<void> };
    executeScript(script: string, ...args: unknown[]): Promise<unknown>;
    findElement(by: { css: string }): Promise<WebElement>;
    switchTo(): { frame(element: WebElement): Promise<void>; defaultContent(): Promise<void> };
    actions(options: { async: boolean }): Actions;
    manage(): { window(): { setRect(rect: Rect): Promise<Rect> } };
    takeScreenshot(): Promise<string>;
    getCapabilities(): Promise<{ getBrowserVersion(): string }>;
    quit(): Promise<void>;
  }

  export class Builder {
    usingServer(url: string): this;
    withCapabilities(capabilities: Record<string, unknown>): this;
    build(): WebDriver;
  }

  export const Key: Record<string, string>;
}

declare module 'selenium-webdriver/remote/index.js' {
  interface DriverService {
    /** Resolves to the address it listens at. */
    start(timeout?: number): Promise<string>;
    kill(): Promise<void>;
  }

  interface ServiceBuilder {
    setLoopback(loopback: boolean): this;
    setEnvironment(env: NodeJS.ProcessEnv): this;
    build(): DriverService;
  }

  const remote: { DriverService: { Builder: new (path: string) => ServiceBuilder } };
  export default remote;
}
