package org.nowrongdoor.storage.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words put before a PostgreSQL program so that root may run it and so that it lives no longer than this process.
 *  Each of them replaces itself by the next: the process id stays the one that Java knows. */
final class PostgresCommand {

    private final List<String> prefix;

    private PostgresCommand(List<String> prefix) {
        this.prefix = prefix;
    }

    /** What works on this machine.
     *  @throws DatabaseStartException when we are root and may not stop being it */
    static PostgresCommand onThisMachine() throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        // A session of its own: Ctrl-C in a terminal is for us, PostgreSQL has to outlive our last transaction.
        if (isOnPath("setsid")) {
            words.add("setsid");
        }
        if (isRoot()) {
            words.addAll(List.of("unshare", "-U"));
            if (!works(words)) {
                throw new DatabaseStartException(
                        "PostgreSQL does not run as root, and `unshare -U` is not permitted here;"
                                + " start the server as another user, or set QUARKUS_DATASOURCE_JDBC_URL");
            }
        }
        // Killed outright, we cannot stop PostgreSQL; the kernel then asks it to stop for us.
        var tied = new ArrayList<>(words);
        tied.addAll(List.of("setpriv", "--pdeathsig", "INT"));
        return new PostgresCommand(List.copyOf(isOnPath("setpriv") && works(tied) ? tied : words));
    }

    ProcessBuilder command(Path program, List<String> arguments) {
        var words = new ArrayList<>(prefix);
        words.add(program.toString());
        words.addAll(arguments);
        return new ProcessBuilder(words).redirectErrorStream(true);
    }

    /** Runs a program to its end.
     *  @throws DatabaseStartException with what it said, when it fails */
    void run(Path program, List<String> arguments) throws IOException, InterruptedException {
        var process = command(program, arguments).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new DatabaseStartException(program + " failed: " + said.strip());
        }
    }

    private static boolean works(List<String> words) throws IOException, InterruptedException {
        var probe = new ArrayList<>(words);
        probe.add("true");
        return new ProcessBuilder(probe)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static boolean isOnPath(String program) {
        var path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }
}
