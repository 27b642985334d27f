package org.nowrongdoor.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** A certificate that signs itself, and its key, as PEM files: made by the JDK's own keytool. */
public final class PemPair {

    static final Path FOLDER = Path.of("target/tls");
    static final Path CERTIFICATE = FOLDER.resolve("cert.pem");
    static final Path KEY = FOLDER.resolve("key.pem");

    private static final char[] PASSWORD = "only-for-a-moment".toCharArray();

    private PemPair() {}

    /** Writes both files, in place of those that are there.
     *  @param name what the certificate calls its owner */
    static void write(String name) {
        write(FOLDER, name);
    }

    /** Writes {@code cert.pem} and {@code key.pem} into a folder. */
    public static void write(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            var store = folder.resolve(name + ".p12");
            Files.deleteIfExists(store);
            var made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "one",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=" + name,
                            "-ext",
                            "SAN=dns:localhost,ip:127.0.0.1",
                            "-validity",
                            "2",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            new String(PASSWORD),
                            "-keystore",
                            store.toString())
                    .inheritIO()
                    .start();
            if (!made.waitFor(60, TimeUnit.SECONDS) || made.exitValue() != 0) {
                throw new IllegalStateException("keytool made nothing");
            }
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
            pem(
                    folder.resolve("cert.pem"),
                    "CERTIFICATE",
                    keys.getCertificate("one").getEncoded());
            pem(
                    folder.resolve("key.pem"),
                    "PRIVATE KEY",
                    keys.getKey("one", PASSWORD).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pem(Path file, String what, byte[] bytes) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }
}
