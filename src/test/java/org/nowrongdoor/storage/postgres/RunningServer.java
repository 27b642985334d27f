package org.nowrongdoor.storage.postgres;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The packaged server in a process of its own, to be killed and started again.
 *  Configure, {@link #start()}, {@link #awaitReady()}; each start appends to the same output. */
public final class RunningServer implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path data;
    private final Path output;
    private final int port;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private @Nullable Process current;
    private boolean isDataOurs;

    private RunningServer(Path data) throws IOException {
        this.data = Files.createDirectories(data).toRealPath();
        this.output = this.data.resolveSibling(this.data.getFileName() + ".out");
        this.port = PostgresSupervisor.freePort();
        properties.put("quarkus.http.host", "127.0.0.1");
        properties.put("quarkus.http.port", String.valueOf(port));
        properties.put(
                "directory.storage.binaries",
                Path.of("target/postgres-binaries").toAbsolutePath().toString());
        properties.put("directory.seed.on-start", "false");
        environment.put("DIRECTORY_DATA", this.data.toString());
    }

    /** A server on a data directory, not started yet, without the seed data. */
    public static RunningServer on(Path data) throws IOException {
        return new RunningServer(data);
    }

    /** A server on an empty data directory below {@code target}, not started yet, without the seed data. */
    public static RunningServer onNewData() throws IOException {
        var folder = Files.createDirectories(Path.of("target/test-data"));
        var server = on(Files.createTempDirectory(folder, "server"));
        server.isDataOurs = true;
        return server;
    }

    public RunningServer property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    public RunningServer environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Starts a process; it is ready a little later. */
    public RunningServer start() throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx512m"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        current = builder.start();
        return this;
    }

    /** Waits until the server says that it is ready. */
    public RunningServer awaitReady() {
        await("the server to be ready", this::isReady);
        return this;
    }

    public boolean isReady() {
        if (!process().isAlive()) {
            throw new AssertionError("the server ended with " + process().exitValue() + ":\n" + output());
        }
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Whether there is a process, ready or not. */
    public boolean isRunning() {
        return process().isAlive();
    }

    public HttpResponse<String> get(String path) throws IOException {
        var request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(10));
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Kills the process as a power cut would. */
    public void kill() {
        process().destroyForcibly();
        awaitExit();
    }

    /** Asks the process to stop.
     *  @return its exit code */
    public int stop() {
        process().destroy();
        return awaitExit();
    }

    /** Waits for the process to end.
     *  @return its exit code */
    public int awaitExit() {
        await("the server to end", () -> !process().isAlive());
        return process().exitValue();
    }

    public long pid() {
        return process().pid();
    }

    public Path data() {
        return data;
    }

    /** What all processes started so far have said. */
    public String output() {
        try {
            return Files.exists(output) ? Files.readString(output, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for something to come true.
     *  @throws AssertionError with what was said when it does not */
    public void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what + ":\n" + output());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Stops the process if it still runs, and removes the data if they were made for it. */
    @Override
    public void close() throws IOException {
        if (current != null && current.isAlive()) {
            stop();
        }
        if (isDataOurs) {
            Directories.delete(data);
        }
    }

    private Process process() {
        return Objects.requireNonNull(current, "start it first");
    }
}
