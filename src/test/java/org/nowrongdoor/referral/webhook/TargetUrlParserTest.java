package org.nowrongdoor.referral.webhook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No name is looked up in any of these. */
class TargetUrlParserTest {

    private static void parse(String url, String... allowed) throws RefusedTargetException {
        new TargetUrlParser(() -> Optional.of(List.of(allowed))).parse(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "https://",
                "https:8.8.8.8",
                "//8.8.8.8/",
                "partner.example",
                "file:///etc/passwd",
                "gopher://8.8.8.8/",
                "ftp://8.8.8.8/",
                "HTTPS://127.0.0.1/",
                "http://partner.example/",
                "http://127.0.0.1/",
                "https://user:pw@8.8.8.8/",
                "https://127.0.0.1:443@8.8.8.8/",
                "https://8.8.8.8#@127.0.0.1/",
                "https://partner.example/hook#x",
                "https://8.8.8.8\\@127.0.0.1/",
                // Loopback and this network, in every form
                "https://127.0.0.1/",
                "https://127.0.0.1./",
                "https://127.1/",
                "https://127.0.1/",
                "https://0/",
                "https://0.0.0.0/",
                "https://2130706433/",
                "https://2130706433./",
                "https://0x7f000001/",
                "https://0X7F000001/",
                "https://0x7f.0.0.1/",
                "https://0x7f.1/",
                "https://127.0.0.0x1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.000.000.001/",
                "https://0.0.0.0.0/",
                "https://256.256.256.256/",
                "https://1.1.1/",
                "https://08.8.8.8/",
                "https://8.8.8.8.8/",
                "https://foo.0x7f/",
                "https://partner.example.1/",
                "https://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460/",
                "https://127\u30020\u30020\u30021/",
                "https://\uff11\uff12\uff17.0.0.1/",
                // Addresses of a house
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://192.0.0.170/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:0:127.0.0.1]/",
                "https://[::127.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25lo]/",
                "https://[fe80::1%lo]/",
                "https://[2606:4700:4700::1111%25eth0]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b:1::1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:0:7f00:1::]/",
                "https://[ff02::1]/",
                "https://[v1.x]/",
                "https://[::1/",
                // Names of a house
                "https://localhost/",
                "https://LOCALHOST/",
                "https://LOCALHOST./",
                "https://localhost../",
                "https://a.localhost/",
                "https://localhost.localdomain/",
                "https://ip6-localhost/",
                "https://vm/",
                "https://router./",
                "https://metadata.google.internal/",
                "https://METADATA.google.INTERNAL./",
                "https://kubernetes.default.svc/",
                "https://kubernetes.default.svc.cluster.local/",
                "https://printer.local/",
                "https://nas.lan/",
                "https://nas.home/",
                "https://nas.home.arpa/",
                "https://1.0.0.127.in-addr.arpa/",
                "https://mail.corp/",
                "https://host.docker.internal/",
                "https://db.service.consul/",
                "https://abcdefghij.onion/",
                "https://a_b.example/",
                "https://-a.example/",
                "https://a-.example/",
                "https://a..example/",
                "https://.example/",
                "https://%6c%6f%63%61%6chost/",
                // Ports
                "https://8.8.8.8:0/",
                "https://8.8.8.8:22/",
                "https://8.8.8.8:25/",
                "https://8.8.8.8:80/",
                "https://partner.example:1023/",
                "https://partner.example:2049/",
                "https://partner.example:6000/",
                "https://partner.example:6667/",
                "https://partner.example:65536/",
                "https://8.8.8.8:99999/",
                "https://8.8.8.8:4294967739/",
                "https://8.8.8.8:-1/",
                "https://8.8.8.8:80:443/",
                // What could end a header
                "https://8.8.8.8/\r\nX: y",
                "https://8.8.8.8/%0d%0aX:y",
                "https://8.8.8.8/%0D%0AX:y",
                "https://8.8.8.8/?a=%0a",
                "https://8.8.8.8/%00",
                "https://8.8.8.8/%1f",
                "https://8.8.8.8/%7F",
                "https://8.8.8.8/a b",
                "https://8.8.8.8/%zz",
                "https://partner.example/\u00e9"
            })
    void whatMayBeAHouseOrNoUrlIsRefused(String url) {
        assertThrows(RefusedTargetException.class, () -> parse(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://partner.example",
                "https://partner.example./in",
                "https://PARTNER.example/in?from=nwd&x=%20y",
                "https://a.b.c.d.example.org:8443/hooks",
                "https://partner.example:443/",
                "https://partner.example:9443/",
                "https://xn--bcher-kva.example/",
                "https://3com.example/",
                "https://127.0.0.1.nip.io/",
                "https://8.8.8.8/",
                "https://8.8.8.8:8443/",
                "https://[2620:fe::fe]/",
                "https://[2606:4700:4700::1111]:8443/"
            })
    void whatMayBePublicIsTakenAndItsAddressesAreCheckedAtEachAttempt(String url) {
        assertDoesNotThrow(() -> parse(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9000/in",
                "http://Inside.corp/in",
                "https://inside.corp./in",
                "https://inside.corp:22/in",
                "http://[fd00::1]:80/in",
                "https://one.local:8443/in"
            })
    void whatAnOperatorAllowsMayBePrivatePlainAndOnAnyPort(String url) {
        assertDoesNotThrow(() -> parse(url, " 127.0.0.1", "inside.corp", "[fd00::1]", "ONE.local:8443"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://one.local/in",
                "https://one.local:8444/in",
                "http://127.0.0.2/in",
                "http://inside.corp.evil.example/in",
                "http://user@inside.corp/in",
                "http://inside.corp:99999/in"
            })
    void andNothingBesideIt(String url) {
        assertThrows(
                RefusedTargetException.class,
                () -> parse(url, "127.0.0.1", "inside.corp", "[fd00::1]", "one.local:8443"));
    }
}
