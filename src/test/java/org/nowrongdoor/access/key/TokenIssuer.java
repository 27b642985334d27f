package org.nowrongdoor.access.key;

import static org.nowrongdoor.support.Json.json;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** A real issuer of tokens on this machine: a discovery document, a key set, and a signer. */
public final class TokenIssuer implements QuarkusTestResourceLifecycleManager {

    static final String AUDIENCE = "no-wrong-door";

    private static final KeyPair KEYS = keys();
    private static String address = "";

    private final HttpServer server = server();

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        serve("/.well-known/openid-configuration", json("{'issuer':'%s','jwks_uri':'%s/jwks'}", address, address));
        var key = (RSAPublicKey) KEYS.getPublic();
        serve(
                "/jwks",
                json(
                        "{'keys':[{'kty':'RSA','use':'sig','alg':'RS256','kid':'one','n':'%s','e':'%s'}]}",
                        number(key.getModulus()), number(key.getPublicExponent())));
        server.start();
        return Map.of("quarkus.oidc.auth-server-url", address, "quarkus.oidc.token.audience", AUDIENCE);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void serve(String path, String json) {
        server.createContext(path, exchange -> {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    /** A token with these claims next to its issuer. */
    static String sign(String claims) {
        return sign(KEYS, claims);
    }

    /** A token like ours, signed by someone else. */
    static String forge(String claims) {
        return sign(keys(), claims);
    }

    private static String sign(KeyPair keys, String claims) {
        var text = part(json("{'alg':'RS256','typ':'JWT','kid':'one'}")) + "."
                + part(json("{'iss':'%s','iat':1700000000,%s}", address, claims));
        try {
            var signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(keys.getPrivate());
            signer.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String number(BigInteger value) {
        var bytes = value.toByteArray();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
