package org.nowrongdoor.seed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.nowrongdoor.seed.SeedLoader.Reader;

/** The packaged files of a folder, whether the program runs from a jar or from a folder of classes. */
final class SeedFiles {

    private final String folder;

    SeedFiles(String folder) {
        this.folder = folder;
    }

    /** Hands every file with an ending to a reader, in the order of the names. */
    void each(String ending, Reader reader) {
        try {
            var found = new TreeSet<String>();
            for (var url : java.util.Collections.list(loader().getResources(folder))) {
                for (var name : names(url.toURI())) {
                    if (name.endsWith(ending)) {
                        found.add(name);
                    }
                }
            }
            found.forEach(name -> one(name, reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hands one file to a reader; looking for it by name is much less work than a look through the whole jar. */
    void one(String name, Reader reader) {
        try (InputStream file = loader().getResourceAsStream(folder + "/" + name)) {
            if (file == null) {
                throw new IllegalStateException(folder + "/" + name + " is not packaged");
            }
            reader.read(name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }

    private static List<String> names(URI uri) throws IOException {
        if (!"jar".equals(uri.getScheme())) {
            return names(Path.of(uri));
        }
        var bang = uri.toString().indexOf('!');
        try (var jar = FileSystems.newFileSystem(URI.create(uri.toString().substring(0, bang)), Map.of())) {
            return names(jar.getPath(uri.toString().substring(bang + 1)));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
