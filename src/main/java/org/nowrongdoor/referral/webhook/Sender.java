package org.nowrongdoor.referral.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Makes one attempt: one connection to one address, no redirect followed, nothing read but the head. */
@Singleton
class Sender {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_SECONDS = 10;
    /** How long an attempt lasts at the most; then its connection is closed. */
    static final Duration WHOLE = Duration.ofSeconds(15);

    private static final int HEADER_BYTES = 8_192;

    private final HttpClient client;
    private final Duration whole;

    @Inject
    Sender(Vertx vertx) {
        this(vertx, options(), WHOLE);
    }

    Sender(Vertx vertx, HttpClientOptions options, Duration whole) {
        this.client = vertx.createHttpClient(options);
        this.whole = whole;
    }

    /** How a connection is made; the host of the URL is verified although the address was found before. */
    static HttpClientOptions options() {
        return new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(ANSWER_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxHeaderSize(HEADER_BYTES)
                .setMaxInitialLineLength(HEADER_BYTES)
                .setMaxRedirects(0)
                .setVerifyHost(true);
    }

    /** Sends a message.
     *  @return the head of the answer
     *  @throws SendException when there is none */
    ReceiverResponse send(DeliveryTarget target, byte[] body, Map<String, String> headers)
            throws SendException, InterruptedException {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), target.address().getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.isEncrypted())
                .setFollowRedirects(false)
                .setTimeout(TimeUnit.SECONDS.toMillis(ANSWER_SECONDS))
                .setURI(target.pathAndQuery())
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "no-wrong-door");
        headers.forEach(options::putHeader);
        var exchange = new Exchange(body);
        var attempt = client.request(options).compose(exchange::run);
        try {
            return attempt.toCompletionStage().toCompletableFuture().get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new SendException(cause(e));
        } catch (TimeoutException e) {
            throw new SendException("no answer within " + whole.toSeconds() + " seconds");
        } finally {
            exchange.end();
        }
    }

    /** One request that can be called off: once it has ended nothing more is sent. */
    private static final class Exchange {

        private final byte[] body;
        private boolean isOver;
        private @Nullable HttpClientRequest open;

        private Exchange(byte[] body) {
            this.body = body;
        }

        private synchronized Future<ReceiverResponse> run(HttpClientRequest request) {
            open = request;
            if (isOver) {
                end();
                return Future.failedFuture("called off");
            }
            return request.send(Buffer.buffer(body))
                    .map(answer -> new ReceiverResponse(answer.statusCode(), answer.getHeader("retry-after")));
        }

        private synchronized void end() {
            isOver = true;
            if (open != null) {
                open.reset();
                open.connection().close();
            }
        }
    }

    // The class says enough; what a stranger's server writes into a message is not kept.
    private static String cause(ExecutionException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return cause.getClass().getSimpleName();
    }
}
