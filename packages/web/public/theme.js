// Runs before the first paint: applies the remembered theme and density, so that nothing flashes.
(function () {
  var root = document.documentElement
  function read(name) {
    try {
      return localStorage.getItem('throughline.' + name)
    } catch {
      return null
    }
  }
  var theme = read('theme')
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
  var density = read('density')
  root.dataset.density = density === 'compact' || density === 'comfortable' ? density : 'default'
})()
