package org.nowrongdoor.access.key;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.AccessConfig;
import org.nowrongdoor.access.caller.Identity;
import org.nowrongdoor.access.caller.Scope;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Tokens of the operator's own issuer, when quarkus.oidc names one: its scopes and roles that go by our names count. A
 *  token is good only for the audience that is configured. */
@Singleton
public class StaffTokens {

    private static final Logger LOG = Logger.getLogger(StaffTokens.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    // The mapper of the server leaves out what is seen nowhere: two subjects would be one.
    private static final JsonMapper PLAIN = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final TenantIdentityProvider issuer;
    private final AccessConfig config;
    private final boolean isConfigured;
    private final List<String> audiences;

    public StaffTokens(
            TenantIdentityProvider issuer,
            AccessConfig config,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> address,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience,
            @ConfigProperty(name = "quarkus.oidc.client-id") Optional<String> clientId) {
        this.issuer = issuer;
        this.config = config;
        this.isConfigured = address.isPresent();
        this.audiences = audience.orElseGet(() -> clientId.map(List::of).orElse(List.of()));
    }

    void announce(@Observes StartupEvent event) {
        if (isConfigured && audiences.isEmpty()) {
            LOG.error(
                    "No token of the issuer is accepted: set quarkus.oidc.token.audience to the audience that tokens for"
                            + " this server name, so that one made for another program opens nothing here");
        }
    }

    /** Who a token speaks for; empty when it is none, when it is not valid, or when no issuer is configured.
     *  @throws ProblemException UNAVAILABLE when the issuer cannot be asked */
    public Optional<Identity> find(String text) {
        if (!isConfigured || text.chars().filter(c -> c == '.').count() != 2) {
            return Optional.empty();
        }
        try {
            return token(
                    issuer.authenticate(new AccessTokenCredential(text)).await().atMost(PATIENCE));
        } catch (AuthenticationFailedException | IllegalArgumentException e) {
            // The second: an organisation that is no UUID.
            return Optional.empty();
        } catch (OIDCException | TimeoutException e) {
            throw ProblemException.of(ProblemKind.UNAVAILABLE, "the issuer of the token does not answer; try again");
        }
    }

    private Optional<Identity> token(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || !isForUs(token)) {
            return Optional.empty();
        }
        var actor = TokenActor.find(token.getIssuer(), subject(token));
        if (actor.isEmpty()) {
            return Optional.empty();
        }
        var granted =
                Objects.requireNonNullElse(token.<Object>getClaim("scope"), "").toString();
        var scopes = EnumSet.noneOf(Scope.class);
        Stream.concat(Arrays.stream(granted.split(" ", -1)), identity.getRoles().stream())
                .forEach(name -> Scope.find(name).ifPresent(scopes::add));
        var organization = token.<Object>getClaim(config.oidcOrganizationClaim());
        return Optional.of(new Identity(
                "token",
                actor.get(),
                actor.get(),
                organization == null ? null : UUID.fromString(organization.toString()),
                scopes,
                List.of()));
    }

    /** The subject letter by letter; null when it cannot be read. */
    private static @Nullable String subject(JsonWebToken token) {
        try {
            var claims = Base64.getUrlDecoder().decode(token.getRawToken().split("\\.", -1)[1]);
            return PLAIN.readTree(claims).path("sub").textValue();
        } catch (IOException e) {
            return null;
        }
    }

    private boolean isForUs(JsonWebToken token) {
        return token.getAudience() != null && token.getAudience().stream().anyMatch(audiences::contains);
    }
}
