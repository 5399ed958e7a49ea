package seedbed.system;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.logging.LogType;

/** Debian's Chromium without a screen. */
final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final ChromeDriver driver;
    private final String axe;

    private Browser(ChromeDriver driver, String axe) {
        this.driver = driver;
        this.axe = axe;
    }

    /** Starts one with an empty profile in {@code directory}. */
    static Browser start(Path directory) throws IOException {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + directory);
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL", LogType.PERFORMANCE, "ALL"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .usingAnyFreePort()
                .build();
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IOException("axe.min.js is not on the class path");
            }
            String axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return new Browser(new ChromeDriver(service, options), axe);
        }
    }

    /** Opens the address in a window of that width, as it looks to somebody who likes that colour scheme. */
    void open(String address, int width, String scheme, boolean scripts) {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", !scripts));
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                // What is to be pressed must not glide away from under the mouse.
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        // What pages before it had to say is not of interest.
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.get(address);
    }

    private Map<String, Object> command(String name, Map<String, Object> parameters) {
        return driver.executeCdpCommand(name, parameters);
    }

    /** Errors on the console since the page was opened; that a missing page was missing is none. */
    List<String> errors(String address) {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .filter(message -> !message.startsWith(address + " - Failed to load resource"))
                .toList();
    }

    /** Hosts and ports of which something was asked since the page was opened. */
    Set<String> hosts() {
        Set<String> hosts = new TreeSet<>();
        Json json = new Json();
        driver.manage().logs().get(LogType.PERFORMANCE).getAll().forEach(entry -> {
            Map<?, ?> message = (Map<?, ?>) in(json.toType(entry.getMessage(), Json.MAP_TYPE), "message");
            if ("Network.requestWillBeSent".equals(in(message, "method"))) {
                URI asked = URI.create(in(in(in(message, "params"), "request"), "url")
                        .toString()
                        .replaceAll("[?#].*", ""));
                if (asked.getAuthority() != null) {
                    hosts.add(asked.getAuthority());
                }
            }
        });
        return hosts;
    }

    private static Object in(Object map, String key) {
        Object value = ((Map<?, ?>) map).get(key);
        if (value == null) {
            throw new AssertionError("no " + key + " in " + map);
        }
        return value;
    }

    /** What axe-core holds against the page, one line each. */
    List<String> violations() {
        driver.executeScript(axe);
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { preload: false, resultTypes: ["violations"] }).then(
                    (result) => done(result.violations.flatMap((violation) => violation.nodes.map(
                        (node) => `${violation.id}: ${violation.help}: ${node.html}: ${node.failureSummary}`))),
                    (error) => done([String(error)]));
                """);
        return ((List<?>) requireNonNull(found)).stream().map(String::valueOf).toList();
    }

    /** How wide the page is, in pixels; more than the window if it has to be moved sideways. */
    int pageWidth() {
        return ((Number) in(in(command("Page.getLayoutMetrics", Map.of()), "cssContentSize"), "width")).intValue();
    }

    /** Keeps the whole page as a picture. */
    void keepScreenshot(String name) throws IOException {
        Object size = in(command("Page.getLayoutMetrics", Map.of()), "cssContentSize");
        Map<String, Object> clip =
                Map.of("x", 0, "y", 0, "width", in(size, "width"), "height", in(size, "height"), "scale", 1);
        Object picture =
                in(command("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip)), "data");
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode(picture.toString()));
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Texts of all that match, as visitors see them. */
    List<String> texts(String selector) {
        while (true) {
            try {
                return driver.findElements(By.cssSelector(selector)).stream()
                        .map(WebElement::getText)
                        .toList();
            } catch (StaleElementReferenceException renewed) {
                // The page has just put a newer part in the place of this one.
            }
        }
    }

    /** Writes into a field, in place of what is in it. */
    void type(String selector, String text) {
        WebElement field = find(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Presses the first button, or what can be opened, with that text or name. */
    void press(String words) {
        driver.findElements(By.cssSelector("button, summary")).stream()
                .filter(WebElement::isDisplayed)
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing to press is called " + words + " on " + address()))
                .click();
    }

    void pressFirst(String selector) {
        find(selector).click();
    }

    /** As if nobody had ever used this browser. */
    void forgetCookies() {
        command("Network.clearBrowserCookies", Map.of());
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    /** The value of a script. */
    Object evaluate(String script) {
        return String.valueOf(driver.executeScript(script));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
