package org.nowrongdoor.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nowrongdoor.http.PemPair;
import org.nowrongdoor.support.RawConnection;
import org.nowrongdoor.support.RawConnection.Reply;

/** Over raw sockets: what two servers could read as two different requests is refused by one answer, and nothing after
 *  it on the connection is read as a request. */
class MalformedRequestTest {

    private static final String POST = "POST /search HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    private static final String SMUGGLED = "GET /lenses HTTP/1.1\r\nHost: a\r\n\r\n";

    private static Vertx vertx;
    private static int port;

    @BeforeAll
    static void open() throws Exception {
        // As the process sets it before Netty is touched.
        System.setProperty("io.netty.bootstrap.extensions", "serviceload");
        vertx = Vertx.vertx();
        port = listen(new HttpServerOptions().setHttp2ClearTextEnabled(false));
    }

    @AfterAll
    static void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    /** A server with what refuses heads and takes bodies in; everything else is answered by its path. */
    private static int listen(HttpServerOptions options) throws Exception {
        var limits = new SmallRyeConfigBuilder()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withMapping(HttpConfig.class)
                .build()
                .getConfigMapping(HttpConfig.class);
        var problems = new VertxProblems(new ObjectMapper());
        var router = Router.router(vertx);
        router.route().handler(new MalformedRequestFilter(problems)::check);
        router.route().handler(new RequestBodyBuffer(limits, new BodyLimits(limits), problems)::take);
        router.route()
                .handler(context -> context.response()
                        .end(context.request().method() + " " + context.normalizedPath() + " "
                                + context.request().getHeader("Host")));
        return vertx.createHttpServer(options.setHost("127.0.0.1").setPort(0))
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS)
                .actualPort();
    }

    private static void refused(String request) throws Exception {
        var reply = RawConnection.send(port, request + SMUGGLED);
        var sent = request.length() > 300 ? request.substring(0, 300) : request;
        assertEquals(List.of(400), reply.statuses(), () -> sent + "\n-> " + reply.text());
        assertTrue(reply.isClosed(), sent);
        var head = reply.text().toLowerCase(Locale.ROOT);
        assertTrue(head.contains("content-type: application/problem+json"), reply.text());
        assertTrue(head.contains("connection: close"), reply.text());
        assertTrue(head.contains("cache-control: no-store"), reply.text());
        assertTrue(reply.text().contains("\"type\":\"/problems/malformed-request\""), reply.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/search?q=%zz", "/services/%zz", "/%", "/search?q=%f", "/search?q=%", "/a?%0", "http://a/%zz"})
    void aBrokenEscapeIsRefusedWithABody(String target) throws Exception {
        refused("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Content-Length: 2\r\nTransfer-Encoding: xchunked\r\n\r\n{}",
                "Content-Length: 2\r\nTransfer-Encoding: identity\r\n\r\n{}",
                "Content-Length: 2\r\nTransfer-Encoding:\r\n\r\n{}",
                "Transfer-Encoding: xchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: identity\r\n\r\n{}",
                "Transfer-Encoding: chunked, identity\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: identity, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\ntransfer-encoding: x\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: \u000bchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\u000b\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: \u00a0chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: \"chunked\"\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked;q=1\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: ,chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding\u000b: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding:\r\n chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding\r\n: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                " Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "X: a\rTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n{}",
                "X: a\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Content-Length: 2\r\nContent-Length: 30\r\n\r\n{}",
                "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
                "Content-Length: 2, 2\r\n\r\n{}",
                "Content-Length: -1\r\n\r\n{}",
                "Content-Length: +2\r\n\r\n{}",
                "Content-Length: 0x2\r\n\r\n{}",
                "Content-Length: 2 2\r\n\r\n{}",
                "Content-Length:\r\n\r\n{}",
                "Content-Length: 99999999999999999999\r\n\r\n{}",
                "Content-Length : 2\r\n\r\n{}",
                "X: a\r\n b\r\nContent-Length: 2\r\n\r\n{}",
                "X: a\r\n\tb\r\nContent-Length: 2\r\n\r\n{}",
                "X: a\u0000b\r\nContent-Length: 2\r\n\r\n{}",
                "X: a\u0007b\r\nContent-Length: 2\r\n\r\n{}",
                "X: a\u007fb\r\nContent-Length: 2\r\n\r\n{}",
                "Host: b\r\nContent-Length: 2\r\n\r\n{}",
                "Host: a\r\nContent-Length: 2\r\n\r\n{}",
                "hOST: a\r\nContent-Length: 2\r\n\r\n{}",
                "no colon\r\nContent-Length: 2\r\n\r\n{}",
                ": empty name\r\nContent-Length: 2\r\n\r\n{}"
            })
    void aLengthOrHostThatCouldBeReadTwiceIsRefused(String rest) throws Exception {
        refused(POST + rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost:\r\n\r\n",
                "GET / HTTP/1.1\r\nHost:  \r\n\r\n",
                "GET / HTTP/1.0\r\nHost:\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a,b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: user@a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a#b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a:\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: <script>\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: \u00e9.example\r\n\r\n",
                "GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://a@evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET lenses HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
                "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n",
                "GET / HTTP/1.2\r\nHost: a\r\n\r\n",
                "GET / HTTP/3.0\r\nHost: a\r\n\r\n",
                "GET / http\r\nHost: a\r\n\r\n",
                "GET /\r\n\r\n",
                "GET / HTTP/1.1\nHost: a\n\n",
                "GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000",
                "\u0016\u0003\u0001\r\n\r\n"
            })
    void aRequestWithoutOneHostAndTargetIsRefused(String request) throws Exception {
        refused(request);
    }

    @Test
    void aBrokenBodyIsRefusedAndEndsTheConnection() throws Exception {
        for (var body : List.of(
                "FFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n",
                "zz\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}}0\r\n\r\n",
                "2\n{}\n0\n\n",
                "2;" + "a".repeat(100_000) + "\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}\r\n0\r\n" + "X: a\r\n".repeat(20_000) + "\r\n")) {
            refused(POST + "Transfer-Encoding: chunked\r\n\r\n" + body);
        }
    }

    @Test
    void whatCameBeforeIsAnsweredFirstAndWhatComesAfterNot() throws Exception {
        var reply = RawConnection.send(
                port, SMUGGLED + SMUGGLED + "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" + SMUGGLED + SMUGGLED);
        assertEquals(List.of(200, 200, 400), reply.statuses());
        assertTrue(reply.isClosed());
    }

    @Test
    void ofTwoLengthsInTheOldVersionNothingIsLeftOver() throws Exception {
        var reply = RawConnection.send(
                port,
                "POST /search HTTP/1.0\r\nConnection: keep-alive\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}" + SMUGGLED);
        assertEquals(1, reply.statuses().size(), reply.text());
        assertTrue(reply.isClosed());
    }

    @Test
    void whatIsTooLongSaysSo() throws Exception {
        assertProblem(414, RawConnection.send(port, "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"));
        assertProblem(
                431, RawConnection.send(port, "GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(40_000) + "\r\n\r\n"));
    }

    private static void assertProblem(int status, Reply reply) {
        assertEquals(List.of(status), reply.statuses(), reply.text());
        assertTrue(reply.text().contains("\"status\":" + status), reply.text());
        assertTrue(reply.isClosed());
    }

    @Test
    void anAnswerToHeadHasNoBody() throws Exception {
        var reply = RawConnection.send(port, "HEAD / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        assertEquals(List.of(400), reply.statuses());
        assertTrue(reply.text().endsWith("\r\n\r\n"), reply.text());
    }

    @Test
    void whatIsPlainIsUnderstood() throws Exception {
        var expected = new TreeMap<>(Map.of(
                "GET / HTTP/1.0\r\n\r\n",
                200,
                "GET /q/health/live HTTP/1.0\r\n\r\n",
                200,
                "GET http://a/lenses HTTP/1.1\r\nHost: a\r\n\r\n",
                200,
                "GET /lenses HTTP/1.1\r\nHost: A.b-c_d.:65535\r\n\r\n",
                200,
                "GET /lenses HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n",
                200,
                "\r\nGET /lenses HTTP/1.1\r\nHost: a\r\n\r\n",
                200,
                "GET /lenses HTTP/1.1\r\nHost: a\r\nX: caf\u00e9\ttab\r\n\r\n",
                200,
                POST + "Transfer-Encoding:  CHUNKED \r\n\r\n2;a=b\r\n{}\r\n0\r\nX: a\r\n\r\n",
                200,
                POST + "Content-Length: 2\r\n\r\n{}",
                200));
        for (var each : expected.entrySet()) {
            var reply =
                    RawConnection.send(port, each.getKey().replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
            assertEquals(List.of(each.getValue()), reply.statuses(), () -> each.getKey() + reply.text());
        }
    }

    @Test
    void aMethodOfTheCallersOwnMakingGoesOnWithoutItsName() throws Exception {
        for (var method : List.of("X-SECRET", "get", "PROPFIND", "A".repeat(200))) {
            var reply = RawConnection.send(port, method + " /lenses HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertTrue(reply.text().endsWith("OTHER /lenses a"), reply.text());
        }
    }

    @Test
    void whereHttp2MayBeSpokenTheOldVersionIsReadAsStrictly() throws Exception {
        var both = listen(new HttpServerOptions().setHttp2ClearTextEnabled(true));
        assertEquals(
                List.of(400),
                RawConnection.send(
                                both,
                                POST + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED)
                        .statuses());
        assertEquals(
                List.of(200, 400),
                RawConnection.send(both, SMUGGLED + "GET / HTTP/1.1\r\n\r\n").statuses());
    }

    @Test
    void underTlsHeadsAreReadAsStrictly(@TempDir Path folder) throws Exception {
        PemPair.write(folder, "malformed");
        var tls = listen(new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(folder.resolve("cert.pem").toString())
                        .setKeyPath(folder.resolve("key.pem").toString())));
        var everybody = SSLContext.getInstance("TLS");
        everybody.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
        try (var socket =
                (SSLSocket) everybody.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), tls)) {
            socket.setSoTimeout(30_000);
            socket.startHandshake();
            var reply =
                    RawConnection.send(socket, SMUGGLED + "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" + SMUGGLED);
            assertEquals(List.of(200, 400), reply.statuses(), reply.text());
        }
    }
}
