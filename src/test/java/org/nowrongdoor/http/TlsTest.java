package org.nowrongdoor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.runtime.options.TlsCertificateReloader;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.storage.postgres.PostgresForTests;

/** With a certificate and a key the server speaks TLS, and takes newer ones while it runs. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(FuzzDrill.OfItsOwn.class)
class TlsTest {

    /** Asks as someone who trusts what lies in the file now, and no one else. */
    private static HttpResponse<String> ask(String path) throws Exception {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (var file = Files.newInputStream(PemPair.CERTIFICATE)) {
            trusted.setCertificateEntry(
                    "one", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);
        return HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String owner(HttpResponse<?> answer) throws Exception {
        return ((X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0])
                .getSubjectX500Principal()
                .getName();
    }

    @Test
    void aNewCertificateIsShownWithoutARestart() throws Exception {
        var first = ask("/problems");
        assertEquals(200, first.statusCode());
        var before = owner(first);
        var next = "n" + System.nanoTime();
        PemPair.write(next);
        // What the timer does once a minute.
        TlsCertificateReloader.reload().toCompletableFuture().get(30, TimeUnit.SECONDS);
        assertEquals("CN=" + next, owner(ask("/problems")));
        assertTrue(!before.equals("CN=" + next), before);
        assertEquals(
                "1M",
                ConfigProvider.getConfig()
                        .getConfigValue("quarkus.http.ssl.certificate.reload-period")
                        .getValue());
    }

    @Test
    void onlyWhoeverCameByTlsIsToldToStayWithIt() throws Exception {
        assertEquals(
                "max-age=31536000; includeSubDomains",
                ask("/problems")
                        .headers()
                        .firstValue("Strict-Transport-Security")
                        .orElse(""));
        assertEquals(null, RestAssured.given().get("/problems").header("Strict-Transport-Security"));
    }
}
