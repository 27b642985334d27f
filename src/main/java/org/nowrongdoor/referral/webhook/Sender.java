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
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes one attempt: one connection to one address, no redirect followed, nothing read but the status. */
@Singleton
class Sender {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_SECONDS = 10;
    private static final int WHOLE_SECONDS = 20;
    private static final int HEADER_BYTES = 8_192;

    private final HttpClient client;

    @Inject
    Sender(Vertx vertx) {
        this(vertx, options());
    }

    Sender(Vertx vertx, HttpClientOptions options) {
        this.client = vertx.createHttpClient(options);
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
     *  @return the status of the answer
     *  @throws SendFailed when there is none */
    int send(Target target, byte[] body, Map<String, String> headers) throws SendFailed, InterruptedException {
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
        var attempt = client.request(options).compose(request -> status(request, body));
        try {
            return attempt.toCompletionStage().toCompletableFuture().get(WHOLE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new SendFailed(cause(e));
        } catch (TimeoutException e) {
            throw new SendFailed("no answer within " + WHOLE_SECONDS + " seconds");
        }
    }

    private static Future<Integer> status(HttpClientRequest request, byte[] body) {
        return request.send(Buffer.buffer(body)).map(answer -> {
            int status = answer.statusCode();
            request.connection().close();
            return status;
        });
    }

    // The class says enough; what a stranger's server writes into a message is not kept.
    private static String cause(ExecutionException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return cause.getClass().getSimpleName();
    }
}
