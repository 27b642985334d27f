package org.nowrongdoor.storage.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL writes about itself in {@code postmaster.pid}.
 *  @param ready whether it takes connections */
record PidFile(long pid, boolean ready) {

    private static final int STATUS_LINE = 7;

    static Path in(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** What stands there now; empty when there is no such file or it makes no sense, as after a power cut. */
    static Optional<PidFile> read(Path cluster) throws IOException {
        try {
            var lines = Files.readAllLines(in(cluster), StandardCharsets.ISO_8859_1);
            return lines.isEmpty() ? Optional.empty() : Optional.of(parse(lines));
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static PidFile parse(List<String> lines) {
        // A stand-alone backend writes its process id with a minus.
        var pid = Math.abs(Long.parseLong(lines.get(0).strip()));
        var ready = lines.size() > STATUS_LINE
                && "ready".equals(lines.get(STATUS_LINE).strip());
        return new PidFile(pid, ready);
    }
}
