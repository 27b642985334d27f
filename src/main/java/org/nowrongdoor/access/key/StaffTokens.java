package org.nowrongdoor.access.key;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.TimeoutException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.nowrongdoor.access.caller.AccessConfig;
import org.nowrongdoor.access.caller.Identity;
import org.nowrongdoor.access.caller.Scope;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Tokens of the operator's own issuer, when quarkus.oidc names one: its scopes and roles that go by our names count. */
@Singleton
public class StaffTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TenantIdentityProvider issuer;
    private final AccessConfig config;
    private final boolean isConfigured;

    public StaffTokens(
            TenantIdentityProvider issuer,
            AccessConfig config,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> address) {
        this.issuer = issuer;
        this.config = config;
        this.isConfigured = address.isPresent();
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
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
            return Optional.empty();
        }
        var granted =
                Objects.requireNonNullElse(token.<Object>getClaim("scope"), "").toString();
        var scopes = EnumSet.noneOf(Scope.class);
        Stream.concat(Arrays.stream(granted.split(" ")), identity.getRoles().stream())
                .forEach(name -> Scope.find(name).ifPresent(scopes::add));
        var organization = token.<Object>getClaim(config.oidcOrganizationClaim());
        return Optional.of(new Identity(
                "token",
                token.getSubject(),
                organization == null ? null : UUID.fromString(organization.toString()),
                scopes,
                List.of()));
    }
}
